extension EmojiNames {
  /// The names that Unicode gives to emoji, where they differ from GitHub's: Material for MkDocs takes these.
  static let unicodeNames = """
    alien_monster=👾 angry_face=😠 antenna_bars=📶 automobile=🚗 baby_angel=👼 back_arrow=🔙
    backpack=🎒 bald=🦲 barber_pole=💈 beating_heart=💓 beer_mug=🍺 bento_box=🍱 bicycle=🚲
    birthday_cake=🎂 blond-haired_man=👱‍♂️ blond-haired_woman=👱‍♀️ brick=🧱 briefs=🩲
    broken_chain=⛓️‍💥 brown_mushroom=🍄‍🟫 bullet_train=🚅 bus_stop=🚏 carp_streamer=🎏 castle=🏰
    cat_face=🐱 check_mark=✔️ cigarette=🚬 circled_m=Ⓜ️ clapper_board=🎬 club_suit=♣️ clutch_bag=👝
    computer_disk=💽 confused_face=😕 cooked_rice=🍚 cow_face=🐮 cross_mark=❌ crying_cat=😿
    crying_face=😢 curly_hair=🦱 curly_haired=🦱 curry_rice=🍛 dashing_away=💨 diamond_suit=♦️
    direct_hit=🎯 dog_face=🐶 down_arrow=⬇️ e_mail=📧 ear_of_corn=🌽 eight_oclock=🕗
    eight_thirty=🕣 eleven_oclock=🕚 eleven_thirty=🕦 end_arrow=🔚 euro_banknote=💶 ewe=🐑
    face_vomiting=🤮 face_with_bags_under_eyes=🫩 face_with_hand_over_mouth=🤭
    face_with_monocle=🧐 face_with_raised_eyebrow=🤨 face_with_symbols_over_mouth=🤬
    family_adult_adult_child=🧑‍🧑‍🧒 family_adult_adult_child_child=🧑‍🧑‍🧒‍🧒
    family_adult_child=🧑‍🧒 family_adult_child_child=🧑‍🧒‍🧒 fax_machine=📠 fearful_face=😨
    fingerprint=🫆 fishing_pole=🎣 five_oclock=🕔 five_thirty=🕠 flag_in_hole=⛳ flag_sark=🇨🇶
    flexed_biceps=💪 flushed_face=😳 folded_hands=🙏 four_oclock=🕓 four_thirty=🕟 french_fries=🍟
    fuel_pump=⛽ glasses=👓 glowing_star=🌟 goblin=👺 grinning_cat=😺 grinning_face=😀
    growing_heart=💗 harp=🪉 head_shaking_horizontally=🙂‍↔️ head_shaking_vertically=🙂‍↕️
    headphone=🎧 heart_suit=♥️ high_voltage=⚡ horse_face=🐴 hot_beverage=☕ hot_springs=♨️
    hushed_face=😯 information=ℹ️ input_numbers=🔢 input_symbols=🔣 joker=🃏
    kiss_man_man=👨‍❤️‍💋‍👨 kiss_mark=💋 kiss_woman_man=👩‍❤️‍💋‍👨 kissing_face=😗 kitchen_knife=🔪
    leafless_tree=🪾 left_arrow=⬅️ light_bulb=💡 lime=🍋‍🟩 locked=🔒 locomotive=🚂 man_bald=👨‍🦲
    man_biking=🚴‍♂️ man_bouncing_ball=⛹️‍♂️ man_bowing=🙇‍♂️ man_climbing=🧗‍♂️
    man_construction_worker=👷‍♂️ man_curly_haired=👨‍🦱 man_detective=🕵️‍♂️ man_elf=🧝‍♂️
    man_fairy=🧚‍♂️ man_frowning=🙍‍♂️ man_genie=🧞‍♂️ man_gesturing_no=🙅‍♂️
    man_gesturing_ok=🙆‍♂️ man_getting_face_massage=💆‍♂️ man_getting_haircut=💇‍♂️
    man_golfing=🏌️‍♂️ man_guard=💂‍♂️ man_in_lotus_position=🧘‍♂️
    man_in_manual_wheelchair_facing_right=👨‍🦽‍➡️
    man_in_motorized_wheelchair_facing_right=👨‍🦼‍➡️ man_in_santa_hat=👨‍🎄
    man_in_steamy_room=🧖‍♂️ man_kneeling=🧎‍♂️ man_kneeling_facing_right=🧎‍♂️‍➡️
    man_lifting_weights=🏋️‍♂️ man_mage=🧙‍♂️ man_mountain_biking=🚵‍♂️ man_police_officer=👮‍♂️
    man_pouting=🙎‍♂️ man_raising_hand=🙋‍♂️ man_red_hair=👨‍🦰 man_red_haired=👨‍🦰
    man_rowing_boat=🚣‍♂️ man_running=🏃‍♂️ man_running_facing_right=🏃‍♂️‍➡️ man_standing=🧍‍♂️
    man_superhero=🦸‍♂️ man_supervillain=🦹‍♂️ man_surfing=🏄‍♂️ man_swimming=🏊‍♂️
    man_tipping_hand=💁‍♂️ man_vampire=🧛‍♂️ man_walking=🚶‍♂️ man_walking_facing_right=🚶‍♂️‍➡️
    man_wearing_turban=👳‍♂️ man_white_haired=👨‍🦳 man_with_chinese_cap=👲
    man_with_white_cane_facing_right=👨‍🦯‍➡️ man_zombie=🧟‍♂️ map_of_japan=🗾 megaphone=📣
    men_with_bunny_ears_partying=👯‍♂️ mens_room=🚹 moai=🗿 mobile_phone=📱 money_bag=💰
    mouse_face=🐭 mouth=👄 musical_notes=🎶 muted_speaker=🔇 nail_polish=💅 new_moon_face=🌚
    nine_oclock=🕘 nine_thirty=🕤 no_littering=🚯 ogre=👹 old_man=👴 old_woman=👵 older_person=🧓
    on_arrow=🔛 oncoming_fist=👊 one_oclock=🕐 one_thirty=🕜 optical_disk=💿 panda=🐼
    party_popper=🎉 pensive_face=😔 people_with_bunny_ears_partying=👯 people_wrestling=🤼
    person=🧑 person_beard=🧔 person_biking=🚴 person_bouncing_ball=⛹️ person_bowing=🙇
    person_climbing=🧗 person_facepalming=🤦 person_gesturing_no=🙅 person_gesturing_ok=🙆
    person_getting_haircut=💇 person_getting_massage=💆 person_golfing=🏌️ person_in_bed=🛌
    person_in_lotus_position=🧘 person_in_manual_wheelchair_facing_right=🧑‍🦽‍➡️
    person_in_motorized_wheelchair_facing_right=🧑‍🦼‍➡️ person_in_steamy_room=🧖
    person_juggling=🤹 person_kneeling=🧎 person_kneeling_facing_right=🧎‍➡️
    person_lifting_weights=🏋️ person_mountain_biking=🚵 person_playing_handball=🤾
    person_playing_water_polo=🤽 person_pouting=🙎 person_raising_hand=🙋 person_rowing_boat=🚣
    person_running=🏃 person_running_facing_right=🏃‍➡️ person_shrugging=🤷 person_standing=🧍
    person_surfing=🏄 person_swimming=🏊 person_tipping_hand=💁 person_walking=🚶
    person_walking_facing_right=🚶‍➡️ person_wearing_turban=👳
    person_with_white_cane_facing_right=🧑‍🦯‍➡️ phoenix=🐦‍🔥 pig_face=🐷 pile_of_poo=💩 pistol=🔫
    pot_of_food=🍲 prohibited=🚫 puzzle_piece=🧩 question_mark=❓ rabbit_face=🐰 raised_fist=✊
    raising_hands=🙌 red_apple=🍎 red_hair=🦰 red_haired=🦰 red_heart=❤️ relieved_face=😌
    right_arrow=➡️ root_vegetable=🫜 running_shirt=🎽 running_shoe=👟 santa_claus=🎅 scorpio=♏
    seven_oclock=🕖 seven_thirty=🕢 sheaf_of_rice=🌾 shibuya= shooting_star=🌠 shortcake=🍰
    shovel=🪏 six_oclock=🕕 six_thirty=🕡 skis=🎿 sleeping_face=😴 sleepy_face=😪 smiling_face=☺️
    smiling_face_with_3_hearts=🥰 smirking_face=😏 soccer_ball=⚽ soon_arrow=🔜 spade_suit=♠️
    spiral_shell=🐚 splatter=🫟 squeeze_bottle=🧴 steaming_bowl=🍜 sun=☀️ sunset=🌇 t_rex=🦖
    t_shirt=👕 television=📺 ten_oclock=🕙 ten_thirty=🕥 three_oclock=🕒 three_thirty=🕞
    thumbs_down=👎 thumbs_up=👍 tiger_face=🐯 top_arrow=🔝 top_hat=🎩 trade_mark=™️ tram_car=🚋
    twelve_oclock=🕛 twelve_thirty=🕧 two_oclock=🕑 two_thirty=🕝 unamused_face=😒 unlocked=🔓
    up_arrow=⬆️ up_down_arrow=↕️ up_left_arrow=↖️ victory_hand=✌️ videocassette=📼 water_closet=🚾
    water_wave=🌊 waving_hand=👋 weary_cat=🙀 weary_face=😩 white_hair=🦳 white_haired=🦳
    winking_face=😉 woman_bald=👩‍🦲 woman_biking=🚴‍♀️ woman_bouncing_ball=⛹️‍♀️
    woman_bowing=🙇‍♀️ woman_climbing=🧗‍♀️ woman_construction_worker=👷‍♀️
    woman_curly_haired=👩‍🦱 woman_detective=🕵️‍♀️ woman_elf=🧝‍♀️ woman_fairy=🧚‍♀️
    woman_frowning=🙍‍♀️ woman_genie=🧞‍♀️ woman_gesturing_no=🙅‍♀️ woman_gesturing_ok=🙆‍♀️
    woman_getting_face_massage=💆‍♀️ woman_getting_haircut=💇‍♀️ woman_golfing=🏌️‍♀️
    woman_guard=💂‍♀️ woman_in_business_suit_levitating=🕴️‍♀️ woman_in_lotus_position=🧘‍♀️
    woman_in_manual_wheelchair_facing_right=👩‍🦽‍➡️
    woman_in_motorized_wheelchair_facing_right=👩‍🦼‍➡️ woman_in_santa_hat=👩‍🎄
    woman_in_steamy_room=🧖‍♀️ woman_kneeling=🧎‍♀️ woman_kneeling_facing_right=🧎‍♀️‍➡️
    woman_levitate=🕴️‍♀️ woman_lifting_weights=🏋️‍♀️ woman_mage=🧙‍♀️
    woman_mountain_biking=🚵‍♀️ woman_police_officer=👮‍♀️ woman_pouting=🙎‍♀️
    woman_raising_hand=🙋‍♀️ woman_red_haired=👩‍🦰 woman_rowing_boat=🚣‍♀️ woman_running=🏃‍♀️
    woman_running_facing_right=🏃‍♀️‍➡️ woman_standing=🧍‍♀️ woman_superhero=🦸‍♀️
    woman_supervillain=🦹‍♀️ woman_surfing=🏄‍♀️ woman_swimming=🏊‍♀️ woman_tipping_hand=💁‍♀️
    woman_vampire=🧛‍♀️ woman_walking=🚶‍♀️ woman_walking_facing_right=🚶‍♀️‍➡️
    woman_wearing_turban=👳‍♀️ woman_white_haired=👩‍🦳
    woman_with_white_cane_facing_right=👩‍🦯‍➡️ woman_zombie=🧟‍♀️ womans_boot=👢
    womans_flat_shoe=🥿 womans_sandal=👡 women_with_bunny_ears_partying=👯‍♀️ womens_room=🚺
    worried_face=😟 wrapped_gift=🎁 yen_banknote=💴
    """
}
