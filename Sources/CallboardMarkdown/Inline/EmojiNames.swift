/// The shortcodes of emoji, as GitHub and MkDocs know them: `rocket` is 🚀.
///
/// Names with a skin tone, such as `wave_tone3`, are made of the plain one's (Unicode TR 51, 2.4).
enum EmojiNames {
  /// The characters for a name without its colons; nil for a name that stands for none.
  static func characters(for name: String) -> String? {
    if let plain = table[name] { return plain }
    guard name.utf8.count > 6, name.dropLast().hasSuffix("_tone"),
      let tone = name.utf8.last.map({ UInt32($0) &- 0x30 }), (1...5).contains(tone),
      let modifier = Unicode.Scalar(0x1F3FA + tone),
      let base = table[String(name.dropLast(6))]?.unicodeScalars, let first = base.first
    else { return nil }
    var toned = String.UnicodeScalarView([first, modifier])
    toned.append(contentsOf: base.dropFirst().drop { $0.value == 0xFE0F })
    return String(toned)
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for names in [unicodeNames, text] {
      for entry in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        guard let sign = entry.firstIndex(of: "=") else { continue }
        table[String(entry[..<sign])] = String(entry[entry.index(after: sign)...])
      }
    }
    return table
  }()

  /// One string, which compiles at once where a literal of a dictionary takes long.
  private static let text = """
    +1=👍 -1=👎 100=💯 1234=🔢 1st_place_medal=🥇 2nd_place_medal=🥈 3rd_place_medal=🥉 8ball=🎱 a=🅰️
    ab=🆎 abacus=🧮 abc=🔤 abcd=🔡 ac=🇦🇨 accept=🉑 accordion=🪗 ad=🇦🇩 adhesive_bandage=🩹
    admission_tickets=🎟️ adult=🧑 ae=🇦🇪 aerial_tramway=🚡 af=🇦🇫 afghanistan=🇦🇫 ag=🇦🇬 ai=🇦🇮
    airplane=✈️ airplane_arriving=🛬 airplane_departure=🛫 airplane_small=🛩️ al=🇦🇱
    aland_islands=🇦🇽 alarm_clock=⏰ albania=🇦🇱 alembic=⚗️ algeria=🇩🇿 alien=👽 am=🇦🇲 ambulance=🚑
    american_samoa=🇦🇸 amphora=🏺 anatomical_heart=🫀 anchor=⚓ andorra=🇦🇩 angel=👼 anger=💢
    anger_right=🗯️ angola=🇦🇴 angry=😠 anguilla=🇦🇮 anguished=😧 ant=🐜 antarctica=🇦🇶
    antigua_barbuda=🇦🇬 ao=🇦🇴 apple=🍎 aq=🇦🇶 aquarius=♒ ar=🇦🇷 archery=🏹 argentina=🇦🇷 aries=♈
    armenia=🇦🇲 arrow_backward=◀️ arrow_double_down=⏬ arrow_double_up=⏫ arrow_down=⬇️
    arrow_down_small=🔽 arrow_forward=▶️ arrow_heading_down=⤵️ arrow_heading_up=⤴️ arrow_left=⬅️
    arrow_lower_left=↙️ arrow_lower_right=↘️ arrow_right=➡️ arrow_right_hook=↪️ arrow_up=⬆️
    arrow_up_down=↕️ arrow_up_small=🔼 arrow_upper_left=↖️ arrow_upper_right=↗️
    arrows_clockwise=🔃 arrows_counterclockwise=🔄 art=🎨 articulated_lorry=🚛
    artificial_satellite=🛰️ artist=🧑‍🎨 aruba=🇦🇼 as=🇦🇸 ascension_island=🇦🇨 asterisk=*️⃣
    astonished=😲 astronaut=🧑‍🚀 at=🇦🇹 athletic_shoe=👟 atm=🏧 atom=⚛️ atom_symbol=⚛️ au=🇦🇺
    australia=🇦🇺 austria=🇦🇹 auto_rickshaw=🛺 avocado=🥑 aw=🇦🇼 ax=🇦🇽 axe=🪓 az=🇦🇿 azerbaijan=🇦🇿 b=🅱️
    ba=🇧🇦 baby=👶 baby_bottle=🍼 baby_chick=🐤 baby_symbol=🚼 back=🔙 back_of_hand=🤚 bacon=🥓 badger=🦡
    badminton=🏸 bagel=🥯 baggage_claim=🛄 baguette_bread=🥖 bahamas=🇧🇸 bahrain=🇧🇭 balance_scale=⚖️
    bald_man=👨‍🦲 bald_woman=👩‍🦲 ballet_shoes=🩰 balloon=🎈 ballot_box=🗳️ ballot_box_with_ballot=🗳️
    ballot_box_with_check=☑️ bamboo=🎍 banana=🍌 bangbang=‼️ bangladesh=🇧🇩 banjo=🪕 bank=🏦
    bar_chart=📊 barbados=🇧🇧 barber=💈 baseball=⚾ basket=🧺 basketball=🏀 basketball_man=⛹️‍♂️
    basketball_player=⛹️ basketball_woman=⛹️‍♀️ bat=🦇 bath=🛀 bathtub=🛁 battery=🔋 bb=🇧🇧 bd=🇧🇩
    be=🇧🇪 beach=🏖️ beach_umbrella=🏖️ beach_with_umbrella=🏖️ beans=🫘 bear=🐻 bearded_person=🧔
    beaver=🦫 bed=🛏️ bee=🐝 beer=🍺 beers=🍻 beetle=🪲 beginner=🔰 belarus=🇧🇾 belgium=🇧🇪 belize=🇧🇿
    bell=🔔 bell_pepper=🫑 bellhop=🛎️ bellhop_bell=🛎️ benin=🇧🇯 bento=🍱 bermuda=🇧🇲 beverage_box=🧃
    bf=🇧🇫 bg=🇧🇬 bh=🇧🇭 bhutan=🇧🇹 bi=🇧🇮 bicyclist=🚴 bike=🚲 biking_man=🚴‍♂️ biking_woman=🚴‍♀️
    bikini=👙 billed_cap=🧢 biohazard=☣️ biohazard_sign=☣️ bird=🐦 birthday=🎂 bison=🦬 biting_lip=🫦
    bj=🇧🇯 bl=🇧🇱 black_bird=🐦‍⬛ black_cat=🐈‍⬛ black_circle=⚫ black_flag=🏴 black_heart=🖤
    black_joker=🃏 black_large_square=⬛ black_medium_small_square=◾ black_medium_square=◼️
    black_nib=✒️ black_small_square=▪️ black_square_button=🔲 blond_haired_man=👱‍♂️
    blond_haired_person=👱 blond_haired_woman=👱‍♀️ blonde_woman=👱‍♀️ blossom=🌼 blowfish=🐡
    blue_book=📘 blue_car=🚙 blue_circle=🔵 blue_heart=💙 blue_square=🟦 blueberries=🫐 blush=😊 bm=🇧🇲
    bn=🇧🇳 bo=🇧🇴 boar=🐗 boat=⛵ bolivia=🇧🇴 bomb=💣 bone=🦴 book=📖 bookmark=🔖 bookmark_tabs=📑 books=📚
    boom=💥 boomerang=🪃 boot=👢 bosnia_herzegovina=🇧🇦 botswana=🇧🇼 bottle_with_popping_cork=🍾
    bouncing_ball_man=⛹️‍♂️ bouncing_ball_person=⛹️ bouncing_ball_woman=⛹️‍♀️ bouquet=💐
    bouvet_island=🇧🇻 bow=🙇 bow_and_arrow=🏹 bowing_man=🙇‍♂️ bowing_woman=🙇‍♀️ bowl_with_spoon=🥣
    bowling=🎳 boxing_glove=🥊 boxing_gloves=🥊 boy=👦 bq=🇧🇶 br=🇧🇷 brain=🧠 brazil=🇧🇷 bread=🍞
    breast_feeding=🤱 bricks=🧱 bride_with_veil=👰‍♀️ bride_with_veil_tone1=👰🏻
    bride_with_veil_tone2=👰🏼 bride_with_veil_tone3=👰🏽 bride_with_veil_tone4=👰🏾
    bride_with_veil_tone5=👰🏿 bridge_at_night=🌉 briefcase=💼 british_indian_ocean_territory=🇮🇴
    british_virgin_islands=🇻🇬 broccoli=🥦 broken_heart=💔 broom=🧹 brown_circle=🟤 brown_heart=🤎
    brown_square=🟫 brunei=🇧🇳 bs=🇧🇸 bt=🇧🇹 bubble_tea=🧋 bubbles=🫧 bucket=🪣 bug=🐛
    building_construction=🏗️ bulb=💡 bulgaria=🇧🇬 bullettrain_front=🚅 bullettrain_side=🚄
    burkina_faso=🇧🇫 burrito=🌯 burundi=🇧🇮 bus=🚌 business_suit_levitating=🕴️ busstop=🚏
    bust_in_silhouette=👤 busts_in_silhouette=👥 butter=🧈 butterfly=🦋 bv=🇧🇻 bw=🇧🇼 by=🇧🇾 bz=🇧🇿
    ca=🇨🇦 cactus=🌵 cake=🍰 calendar=📆 calendar_spiral=🗓️ call_me=🤙 call_me_hand=🤙 calling=📲
    cambodia=🇰🇭 camel=🐫 camera=📷 camera_flash=📸 camera_with_flash=📸 cameroon=🇨🇲 camping=🏕️
    canada=🇨🇦 canary_islands=🇮🇨 cancer=♋ candle=🕯️ candy=🍬 canned_food=🥫 canoe=🛶 cape_verde=🇨🇻
    capital_abcd=🔠 capricorn=♑ car=🚗 card_box=🗃️ card_file_box=🗃️ card_index=📇
    card_index_dividers=🗂️ caribbean_netherlands=🇧🇶 carousel_horse=🎠 carpentry_saw=🪚 carrot=🥕
    cartwheel=🤸 cartwheeling=🤸 cat=🐱 cat2=🐈 cayman_islands=🇰🇾 cc=🇨🇨 cd=💿
    central_african_republic=🇨🇫 ceuta_melilla=🇪🇦 cf=🇨🇫 cg=🇨🇬 ch=🇨🇭 chad=🇹🇩 chains=⛓️ chair=🪑
    champagne=🍾 champagne_glass=🥂 chart=💹 chart_with_downwards_trend=📉
    chart_with_upwards_trend=📈 checkered_flag=🏁 cheese=🧀 cheese_wedge=🧀 cherries=🍒
    cherry_blossom=🌸 chess_pawn=♟️ chestnut=🌰 chicken=🐔 child=🧒 children_crossing=🚸 chile=🇨🇱
    chipmunk=🐿️ chocolate_bar=🍫 chopsticks=🥢 christmas_island=🇨🇽 christmas_tree=🎄 church=⛪ ci=🇨🇮
    cinema=🎦 circus_tent=🎪 city_dusk=🌆 city_sunrise=🌇 city_sunset=🌆 cityscape=🏙️ ck=🇨🇰 cl=🆑
    clamp=🗜️ clap=👏 clapper=🎬 classical_building=🏛️ climbing=🧗 climbing_man=🧗‍♂️
    climbing_woman=🧗‍♀️ clinking_glass=🥂 clinking_glasses=🥂 clipboard=📋 clipperton_island=🇨🇵
    clock=🕰️ clock1=🕐 clock10=🕙 clock1030=🕥 clock11=🕚 clock1130=🕦 clock12=🕛 clock1230=🕧
    clock130=🕜 clock2=🕑 clock230=🕝 clock3=🕒 clock330=🕞 clock4=🕓 clock430=🕟 clock5=🕔 clock530=🕠
    clock6=🕕 clock630=🕡 clock7=🕖 clock730=🕢 clock8=🕗 clock830=🕣 clock9=🕘 clock930=🕤
    closed_book=📕 closed_lock_with_key=🔐 closed_umbrella=🌂 cloud=☁️ cloud_lightning=🌩️
    cloud_rain=🌧️ cloud_snow=🌨️ cloud_tornado=🌪️ cloud_with_lightning=🌩️
    cloud_with_lightning_and_rain=⛈️ cloud_with_rain=🌧️ cloud_with_snow=🌨️ cloud_with_tornado=🌪️
    clown=🤡 clown_face=🤡 clubs=♣️ cm=🇨🇲 cn=🇨🇳 co=🇨🇴 coat=🧥 cockroach=🪳 cocktail=🍸 coconut=🥥
    cocos_islands=🇨🇨 coffee=☕ coffin=⚰️ coin=🪙 cold_face=🥶 cold_sweat=😰 collision=💥 colombia=🇨🇴
    comet=☄️ comoros=🇰🇲 compass=🧭 compression=🗜️ computer=💻 computer_mouse=🖱️ confetti_ball=🎊
    confounded=😖 confused=😕 congo=🇨🇩 congo_brazzaville=🇨🇬 congo_kinshasa=🇨🇩 congratulations=㊗️
    construction=🚧 construction_site=🏗️ construction_worker=👷 construction_worker_man=👷‍♂️
    construction_worker_woman=👷‍♀️ control_knobs=🎛️ convenience_store=🏪 cook=🧑‍🍳 cook_islands=🇨🇰
    cookie=🍪 cooking=🍳 cool=🆒 cop=👮 copyright=©️ coral=🪸 corn=🌽 costa_rica=🇨🇷 cote_divoire=🇨🇮
    couch=🛋️ couch_and_lamp=🛋️ couple=👫 couple_mm=👨‍❤️‍👨 couple_with_heart=💑
    couple_with_heart_man_man=👨‍❤️‍👨 couple_with_heart_mm=👨‍❤️‍👨
    couple_with_heart_woman_man=👩‍❤️‍👨 couple_with_heart_woman_woman=👩‍❤️‍👩
    couple_with_heart_ww=👩‍❤️‍👩 couple_ww=👩‍❤️‍👩 couplekiss=💏 couplekiss_man_man=👨‍❤️‍💋‍👨
    couplekiss_man_woman=👩‍❤️‍💋‍👨 couplekiss_mm=👨‍❤️‍💋‍👨 couplekiss_woman_woman=👩‍❤️‍💋‍👩
    couplekiss_ww=👩‍❤️‍💋‍👩 cow=🐮 cow2=🐄 cowboy=🤠 cowboy_hat_face=🤠 cp=🇨🇵 cr=🇨🇷 crab=🦀 crayon=🖍️
    credit_card=💳 crescent_moon=🌙 cricket=🦗 cricket_bat_ball=🏏 cricket_game=🏏 croatia=🇭🇷
    crocodile=🐊 croissant=🥐 cross=✝️ crossed_fingers=🤞 crossed_flags=🎌 crossed_swords=⚔️ crown=👑
    cruise_ship=🛳️ crutch=🩼 cry=😢 crying_cat_face=😿 crystal_ball=🔮 cu=🇨🇺 cuba=🇨🇺 cucumber=🥒
    cup_with_straw=🥤 cupcake=🧁 cupid=💘 curacao=🇨🇼 curling_stone=🥌 curly_haired_man=👨‍🦱
    curly_haired_woman=👩‍🦱 curly_loop=➰ currency_exchange=💱 curry=🍛 cursing_face=🤬 custard=🍮
    customs=🛃 cut_of_meat=🥩 cv=🇨🇻 cw=🇨🇼 cx=🇨🇽 cy=🇨🇾 cyclone=🌀 cyprus=🇨🇾 cz=🇨🇿 czech_republic=🇨🇿
    dagger=🗡️ dagger_knife=🗡️ dancer=💃 dancers=👯 dancing_men=👯‍♂️ dancing_women=👯‍♀️ dango=🍡
    dark_sunglasses=🕶️ dart=🎯 dash=💨 date=📅 de=🇩🇪 deaf_man=🧏‍♂️ deaf_person=🧏 deaf_woman=🧏‍♀️
    deciduous_tree=🌳 deer=🦌 denmark=🇩🇰 department_store=🏬 derelict_house=🏚️
    derelict_house_building=🏚️ desert=🏜️ desert_island=🏝️ desktop=🖥️ desktop_computer=🖥️
    detective=🕵️ dg=🇩🇬 diamond_shape_with_a_dot_inside=💠 diamonds=♦️ diego_garcia=🇩🇬
    disappointed=😞 disappointed_relieved=😥 disguised_face=🥸 dividers=🗂️ diving_mask=🤿
    diya_lamp=🪔 dizzy=💫 dizzy_face=😵 dj=🇩🇯 djibouti=🇩🇯 dk=🇩🇰 dm=🇩🇲 dna=🧬 do=🇩🇴 do_not_litter=🚯
    dodo=🦤 dog=🐶 dog2=🐕 dollar=💵 dolls=🎎 dolphin=🐬 dominica=🇩🇲 dominican_republic=🇩🇴 donkey=🫏
    door=🚪 dotted_line_face=🫥 double_vertical_bar=⏸️ doughnut=🍩 dove=🕊️ dove_of_peace=🕊️
    dragon=🐉 dragon_face=🐲 dress=👗 dromedary_camel=🐪 drool=🤤 drooling_face=🤤 drop_of_blood=🩸
    droplet=💧 drum=🥁 drum_with_drumsticks=🥁 duck=🦆 dumpling=🥟 dvd=📀 dz=🇩🇿 e-mail=📧 ea=🇪🇦 eagle=🦅
    ear=👂 ear_of_rice=🌾 ear_with_hearing_aid=🦻 earth_africa=🌍 earth_americas=🌎 earth_asia=🌏
    ec=🇪🇨 ecuador=🇪🇨 ee=🇪🇪 eg=🇪🇬 egg=🥚 eggplant=🍆 egypt=🇪🇬 eh=🇪🇭 eight=8️⃣
    eight_pointed_black_star=✴️ eight_spoked_asterisk=✳️ eject=⏏️ eject_button=⏏️
    eject_symbol=⏏️ el_salvador=🇸🇻 electric_plug=🔌 elephant=🐘 elevator=🛗 elf=🧝 elf_man=🧝‍♂️
    elf_woman=🧝‍♀️ email=📧 empty_nest=🪹 end=🔚 england=🏴󠁧󠁢󠁥󠁮󠁧󠁿 envelope=✉️ envelope_with_arrow=📩
    equatorial_guinea=🇬🇶 er=🇪🇷 eritrea=🇪🇷 es=🇪🇸 estonia=🇪🇪 et=🇪🇹 ethiopia=🇪🇹 eu=🇪🇺 euro=💶
    european_castle=🏰 european_post_office=🏤 european_union=🇪🇺 evergreen_tree=🌲 exclamation=❗
    expecting_woman=🤰 exploding_head=🤯 expressionless=😑 eye=👁️ eye_in_speech_bubble=👁‍🗨
    eye_speech_bubble=👁️‍🗨️ eyeglasses=👓 eyes=👀 face_exhaling=😮‍💨 face_holding_back_tears=🥹
    face_in_clouds=😶‍🌫️ face_palm=🤦 face_with_cowboy_hat=🤠 face_with_diagonal_mouth=🫤
    face_with_head_bandage=🤕 face_with_open_eyes_and_hand_over_mouth=🫢 face_with_peeking_eye=🫣
    face_with_rolling_eyes=🙄 face_with_spiral_eyes=😵‍💫 face_with_thermometer=🤒 facepalm=🤦
    facepunch=👊 factory=🏭 factory_worker=🧑‍🏭 fairy=🧚 fairy_man=🧚‍♂️ fairy_woman=🧚‍♀️ falafel=🧆
    falkland_islands=🇫🇰 fallen_leaf=🍂 family=👪 family_man_boy=👨‍👦 family_man_boy_boy=👨‍👦‍👦
    family_man_girl=👨‍👧 family_man_girl_boy=👨‍👧‍👦 family_man_girl_girl=👨‍👧‍👧
    family_man_man_boy=👨‍👨‍👦 family_man_man_boy_boy=👨‍👨‍👦‍👦 family_man_man_girl=👨‍👨‍👧
    family_man_man_girl_boy=👨‍👨‍👧‍👦 family_man_man_girl_girl=👨‍👨‍👧‍👧 family_man_woman_boy=👨‍👩‍👦
    family_man_woman_boy_boy=👨‍👩‍👦‍👦 family_man_woman_girl=👨‍👩‍👧
    family_man_woman_girl_boy=👨‍👩‍👧‍👦 family_man_woman_girl_girl=👨‍👩‍👧‍👧 family_mmb=👨‍👨‍👦
    family_mmbb=👨‍👨‍👦‍👦 family_mmg=👨‍👨‍👧 family_mmgb=👨‍👨‍👧‍👦 family_mmgg=👨‍👨‍👧‍👧
    family_mwbb=👨‍👩‍👦‍👦 family_mwg=👨‍👩‍👧 family_mwgb=👨‍👩‍👧‍👦 family_mwgg=👨‍👩‍👧‍👧
    family_woman_boy=👩‍👦 family_woman_boy_boy=👩‍👦‍👦 family_woman_girl=👩‍👧
    family_woman_girl_boy=👩‍👧‍👦 family_woman_girl_girl=👩‍👧‍👧 family_woman_woman_boy=👩‍👩‍👦
    family_woman_woman_boy_boy=👩‍👩‍👦‍👦 family_woman_woman_girl=👩‍👩‍👧
    family_woman_woman_girl_boy=👩‍👩‍👧‍👦 family_woman_woman_girl_girl=👩‍👩‍👧‍👧 family_wwb=👩‍👩‍👦
    family_wwbb=👩‍👩‍👦‍👦 family_wwg=👩‍👩‍👧 family_wwgb=👩‍👩‍👧‍👦 family_wwgg=👩‍👩‍👧‍👧 farmer=🧑‍🌾
    faroe_islands=🇫🇴 fast_forward=⏩ fax=📠 fearful=😨 feather=🪶 feet=🐾 female_detective=🕵️‍♀️
    female_sign=♀️ fencer=🤺 fencing=🤺 ferris_wheel=🎡 ferry=⛴️ fi=🇫🇮 field_hockey=🏑 fiji=🇫🇯
    file_cabinet=🗄️ file_folder=📁 film_frames=🎞️ film_projector=📽️ film_strip=🎞️
    fingers_crossed=🤞 finland=🇫🇮 fire=🔥 fire_engine=🚒 fire_extinguisher=🧯 firecracker=🧨
    firefighter=🧑‍🚒 fireworks=🎆 first_place=🥇 first_place_medal=🥇 first_quarter_moon=🌓
    first_quarter_moon_with_face=🌛 fish=🐟 fish_cake=🍥 fishing_pole_and_fish=🎣 fist=✊ fist_left=🤛
    fist_oncoming=👊 fist_raised=✊ fist_right=🤜 five=5️⃣ fj=🇫🇯 fk=🇫🇰 flag_ac=🇦🇨 flag_ad=🇦🇩
    flag_ae=🇦🇪 flag_af=🇦🇫 flag_ag=🇦🇬 flag_ai=🇦🇮 flag_al=🇦🇱 flag_am=🇦🇲 flag_ao=🇦🇴 flag_aq=🇦🇶
    flag_ar=🇦🇷 flag_as=🇦🇸 flag_at=🇦🇹 flag_au=🇦🇺 flag_aw=🇦🇼 flag_ax=🇦🇽 flag_az=🇦🇿 flag_ba=🇧🇦
    flag_bb=🇧🇧 flag_bd=🇧🇩 flag_be=🇧🇪 flag_bf=🇧🇫 flag_bg=🇧🇬 flag_bh=🇧🇭 flag_bi=🇧🇮 flag_bj=🇧🇯
    flag_bl=🇧🇱 flag_black=🏴 flag_bm=🇧🇲 flag_bn=🇧🇳 flag_bo=🇧🇴 flag_bq=🇧🇶 flag_br=🇧🇷 flag_bs=🇧🇸
    flag_bt=🇧🇹 flag_bv=🇧🇻 flag_bw=🇧🇼 flag_by=🇧🇾 flag_bz=🇧🇿 flag_ca=🇨🇦 flag_cc=🇨🇨 flag_cd=🇨🇩
    flag_cf=🇨🇫 flag_cg=🇨🇬 flag_ch=🇨🇭 flag_ci=🇨🇮 flag_ck=🇨🇰 flag_cl=🇨🇱 flag_cm=🇨🇲 flag_cn=🇨🇳
    flag_co=🇨🇴 flag_cp=🇨🇵 flag_cr=🇨🇷 flag_cu=🇨🇺 flag_cv=🇨🇻 flag_cw=🇨🇼 flag_cx=🇨🇽 flag_cy=🇨🇾
    flag_cz=🇨🇿 flag_de=🇩🇪 flag_dg=🇩🇬 flag_dj=🇩🇯 flag_dk=🇩🇰 flag_dm=🇩🇲 flag_do=🇩🇴 flag_dz=🇩🇿
    flag_ea=🇪🇦 flag_ec=🇪🇨 flag_ee=🇪🇪 flag_eg=🇪🇬 flag_eh=🇪🇭 flag_er=🇪🇷 flag_es=🇪🇸 flag_et=🇪🇹
    flag_eu=🇪🇺 flag_fi=🇫🇮 flag_fj=🇫🇯 flag_fk=🇫🇰 flag_fm=🇫🇲 flag_fo=🇫🇴 flag_fr=🇫🇷 flag_ga=🇬🇦
    flag_gb=🇬🇧 flag_gd=🇬🇩 flag_ge=🇬🇪 flag_gf=🇬🇫 flag_gg=🇬🇬 flag_gh=🇬🇭 flag_gi=🇬🇮 flag_gl=🇬🇱
    flag_gm=🇬🇲 flag_gn=🇬🇳 flag_gp=🇬🇵 flag_gq=🇬🇶 flag_gr=🇬🇷 flag_gs=🇬🇸 flag_gt=🇬🇹 flag_gu=🇬🇺
    flag_gw=🇬🇼 flag_gy=🇬🇾 flag_hk=🇭🇰 flag_hm=🇭🇲 flag_hn=🇭🇳 flag_hr=🇭🇷 flag_ht=🇭🇹 flag_hu=🇭🇺
    flag_ic=🇮🇨 flag_id=🇮🇩 flag_ie=🇮🇪 flag_il=🇮🇱 flag_im=🇮🇲 flag_in=🇮🇳 flag_io=🇮🇴 flag_iq=🇮🇶
    flag_ir=🇮🇷 flag_is=🇮🇸 flag_it=🇮🇹 flag_je=🇯🇪 flag_jm=🇯🇲 flag_jo=🇯🇴 flag_jp=🇯🇵 flag_ke=🇰🇪
    flag_kg=🇰🇬 flag_kh=🇰🇭 flag_ki=🇰🇮 flag_km=🇰🇲 flag_kn=🇰🇳 flag_kp=🇰🇵 flag_kr=🇰🇷 flag_kw=🇰🇼
    flag_ky=🇰🇾 flag_kz=🇰🇿 flag_la=🇱🇦 flag_lb=🇱🇧 flag_lc=🇱🇨 flag_li=🇱🇮 flag_lk=🇱🇰 flag_lr=🇱🇷
    flag_ls=🇱🇸 flag_lt=🇱🇹 flag_lu=🇱🇺 flag_lv=🇱🇻 flag_ly=🇱🇾 flag_ma=🇲🇦 flag_mc=🇲🇨 flag_md=🇲🇩
    flag_me=🇲🇪 flag_mf=🇲🇫 flag_mg=🇲🇬 flag_mh=🇲🇭 flag_mk=🇲🇰 flag_ml=🇲🇱 flag_mm=🇲🇲 flag_mn=🇲🇳
    flag_mo=🇲🇴 flag_mp=🇲🇵 flag_mq=🇲🇶 flag_mr=🇲🇷 flag_ms=🇲🇸 flag_mt=🇲🇹 flag_mu=🇲🇺 flag_mv=🇲🇻
    flag_mw=🇲🇼 flag_mx=🇲🇽 flag_my=🇲🇾 flag_mz=🇲🇿 flag_na=🇳🇦 flag_nc=🇳🇨 flag_ne=🇳🇪 flag_nf=🇳🇫
    flag_ng=🇳🇬 flag_ni=🇳🇮 flag_nl=🇳🇱 flag_no=🇳🇴 flag_np=🇳🇵 flag_nr=🇳🇷 flag_nu=🇳🇺 flag_nz=🇳🇿
    flag_om=🇴🇲 flag_pa=🇵🇦 flag_pe=🇵🇪 flag_pf=🇵🇫 flag_pg=🇵🇬 flag_ph=🇵🇭 flag_pk=🇵🇰 flag_pl=🇵🇱
    flag_pm=🇵🇲 flag_pn=🇵🇳 flag_pr=🇵🇷 flag_ps=🇵🇸 flag_pt=🇵🇹 flag_pw=🇵🇼 flag_py=🇵🇾 flag_qa=🇶🇦
    flag_re=🇷🇪 flag_ro=🇷🇴 flag_rs=🇷🇸 flag_ru=🇷🇺 flag_rw=🇷🇼 flag_sa=🇸🇦 flag_sb=🇸🇧 flag_sc=🇸🇨
    flag_sd=🇸🇩 flag_se=🇸🇪 flag_sg=🇸🇬 flag_sh=🇸🇭 flag_si=🇸🇮 flag_sj=🇸🇯 flag_sk=🇸🇰 flag_sl=🇸🇱
    flag_sm=🇸🇲 flag_sn=🇸🇳 flag_so=🇸🇴 flag_sr=🇸🇷 flag_ss=🇸🇸 flag_st=🇸🇹 flag_sv=🇸🇻 flag_sx=🇸🇽
    flag_sy=🇸🇾 flag_sz=🇸🇿 flag_ta=🇹🇦 flag_tc=🇹🇨 flag_td=🇹🇩 flag_tf=🇹🇫 flag_tg=🇹🇬 flag_th=🇹🇭
    flag_tj=🇹🇯 flag_tk=🇹🇰 flag_tl=🇹🇱 flag_tm=🇹🇲 flag_tn=🇹🇳 flag_to=🇹🇴 flag_tr=🇹🇷 flag_tt=🇹🇹
    flag_tv=🇹🇻 flag_tw=🇹🇼 flag_tz=🇹🇿 flag_ua=🇺🇦 flag_ug=🇺🇬 flag_um=🇺🇲 flag_us=🇺🇸 flag_uy=🇺🇾
    flag_uz=🇺🇿 flag_va=🇻🇦 flag_vc=🇻🇨 flag_ve=🇻🇪 flag_vg=🇻🇬 flag_vi=🇻🇮 flag_vn=🇻🇳 flag_vu=🇻🇺
    flag_wf=🇼🇫 flag_white=🏳️ flag_ws=🇼🇸 flag_xk=🇽🇰 flag_ye=🇾🇪 flag_yt=🇾🇹 flag_za=🇿🇦 flag_zm=🇿🇲
    flag_zw=🇿🇼 flags=🎏 flame=🔥 flamingo=🦩 flan=🍮 flashlight=🔦 flat_shoe=🥿 flatbread=🫓
    fleur-de-lis=⚜️ fleur_de_lis=⚜️ flight_arrival=🛬 flight_departure=🛫 flipper=🐬 floppy_disk=💾
    flower_playing_cards=🎴 flushed=😳 flute=🪈 fly=🪰 flying_disc=🥏 flying_saucer=🛸 fm=🇫🇲 fo=🇫🇴
    fog=🌫️ foggy=🌁 folding_hand_fan=🪭 fondue=🫕 foot=🦶 football=🏈 footprints=👣 fork_and_knife=🍴
    fork_and_knife_with_plate=🍽️ fork_knife_plate=🍽️ fortune_cookie=🥠 fountain=⛲ fountain_pen=🖋️
    four=4️⃣ four_leaf_clover=🍀 fox=🦊 fox_face=🦊 fr=🇫🇷 frame_photo=🖼️ frame_with_picture=🖼️
    framed_picture=🖼️ free=🆓 french_bread=🥖 french_guiana=🇬🇫 french_polynesia=🇵🇫
    french_southern_territories=🇹🇫 fried_egg=🍳 fried_shrimp=🍤 fries=🍟 frog=🐸 frowning=😦
    frowning2=☹️ frowning_face=☹️ frowning_man=🙍‍♂️ frowning_person=🙍 frowning_woman=🙍‍♀️ fu=🖕
    fuelpump=⛽ full_moon=🌕 full_moon_with_face=🌝 funeral_urn=⚱️ ga=🇬🇦 gabon=🇬🇦 gambia=🇬🇲
    game_die=🎲 garlic=🧄 gay_pride_flag=🏳🌈 gb=🇬🇧 gd=🇬🇩 ge=🇬🇪 gear=⚙️ gem=💎 gemini=♊ genie=🧞
    genie_man=🧞‍♂️ genie_woman=🧞‍♀️ georgia=🇬🇪 gf=🇬🇫 gg=🇬🇬 gh=🇬🇭 ghana=🇬🇭 ghost=👻 gi=🇬🇮
    gibraltar=🇬🇮 gift=🎁 gift_heart=💝 ginger_root=🫚 giraffe=🦒 girl=👧 gl=🇬🇱 glass_of_milk=🥛
    globe_with_meridians=🌐 gloves=🧤 gm=🇬🇲 gn=🇬🇳 goal=🥅 goal_net=🥅 goat=🐐 goggles=🥽 golf=⛳
    golfer=🏌️ golfing=🏌️ golfing_man=🏌️‍♂️ golfing_woman=🏌️‍♀️ goose=🪿 gorilla=🦍 gp=🇬🇵 gq=🇬🇶
    gr=🇬🇷 grandma=👵 grapes=🍇 greece=🇬🇷 green_apple=🍏 green_book=📗 green_circle=🟢 green_heart=💚
    green_salad=🥗 green_square=🟩 greenland=🇬🇱 grenada=🇬🇩 grey_exclamation=❕ grey_heart=🩶
    grey_question=❔ grimacing=😬 grin=😁 grinning=😀 gs=🇬🇸 gt=🇬🇹 gu=🇬🇺 guadeloupe=🇬🇵 guam=🇬🇺
    guard=💂 guardsman=💂‍♂️ guardsman_tone1=💂🏻 guardsman_tone2=💂🏼 guardsman_tone3=💂🏽
    guardsman_tone4=💂🏾 guardsman_tone5=💂🏿 guardswoman=💂‍♀️ guatemala=🇬🇹 guernsey=🇬🇬 guide_dog=🦮
    guinea=🇬🇳 guinea_bissau=🇬🇼 guitar=🎸 gun=🔫 guyana=🇬🇾 gw=🇬🇼 gy=🇬🇾 hair_pick=🪮 haircut=💇
    haircut_man=💇‍♂️ haircut_woman=💇‍♀️ haiti=🇭🇹 hamburger=🍔 hammer=🔨 hammer_and_pick=⚒️
    hammer_and_wrench=🛠️ hammer_pick=⚒️ hamsa=🪬 hamster=🐹 hand=✋ hand_over_mouth=🤭
    hand_splayed=🖐️ hand_with_index_and_middle_finger_crossed=🤞
    hand_with_index_and_middle_fingers_crossed_tone1=🤞🏻
    hand_with_index_and_middle_fingers_crossed_tone2=🤞🏼
    hand_with_index_and_middle_fingers_crossed_tone3=🤞🏽
    hand_with_index_and_middle_fingers_crossed_tone4=🤞🏾
    hand_with_index_and_middle_fingers_crossed_tone5=🤞🏿
    hand_with_index_finger_and_thumb_crossed=🫰 handbag=👜 handball=🤾 handball_person=🤾
    handshake=🤝 hankey=💩 hash=#️⃣ hatched_chick=🐥 hatching_chick=🐣 head_bandage=🤕 headphones=🎧
    headstone=🪦 health_worker=🧑‍⚕️ hear_no_evil=🙉 heard_mcdonald_islands=🇭🇲 heart=❤️
    heart_decoration=💟 heart_exclamation=❣️ heart_eyes=😍 heart_eyes_cat=😻 heart_hands=🫶
    heart_on_fire=❤️‍🔥 heartbeat=💓 heartpulse=💗 hearts=♥️ heavy_check_mark=✔️
    heavy_division_sign=➗ heavy_dollar_sign=💲 heavy_equals_sign=🟰 heavy_exclamation_mark=❗
    heavy_heart_exclamation=❣️ heavy_heart_exclamation_mark_ornament=❣️ heavy_minus_sign=➖
    heavy_multiplication_x=✖️ heavy_plus_sign=➕ hedgehog=🦔 helicopter=🚁 helmet_with_cross=⛑️
    helmet_with_white_cross=⛑️ herb=🌿 hibiscus=🌺 high_brightness=🔆 high_heel=👠 hiking_boot=🥾
    hindu_temple=🛕 hippopotamus=🦛 hk=🇭🇰 hm=🇭🇲 hn=🇭🇳 hocho=🔪 hockey=🏒 hole=🕳️ homes=🏘️
    honduras=🇭🇳 honey_pot=🍯 honeybee=🐝 hong_kong=🇭🇰 hook=🪝 horse=🐴 horse_racing=🏇 hospital=🏥
    hot_dog=🌭 hot_face=🥵 hot_pepper=🌶️ hotdog=🌭 hotel=🏨 hotsprings=♨️ hourglass=⌛
    hourglass_flowing_sand=⏳ house=🏠 house_abandoned=🏚️ house_buildings=🏘️ house_with_garden=🏡
    houses=🏘️ hr=🇭🇷 ht=🇭🇹 hu=🇭🇺 hugging=🤗 hugging_face=🤗 hugs=🤗 hungary=🇭🇺 hushed=😯 hut=🛖
    hyacinth=🪻 ic=🇮🇨 ice_cream=🍨 ice_cube=🧊 ice_hockey=🏒 ice_skate=⛸️ icecream=🍦 iceland=🇮🇸 id=🆔
    identification_card=🪪 ideograph_advantage=🉐 ie=🇮🇪 il=🇮🇱 im=🇮🇲 imp=👿 in=🇮🇳 inbox_tray=📥
    incoming_envelope=📨 index_pointing_at_the_viewer=🫵 india=🇮🇳 indonesia=🇮🇩 infinity=♾️
    information_desk_person=💁 information_source=ℹ️ innocent=😇 interrobang=⁉️ io=🇮🇴 iphone=📱
    iq=🇮🇶 ir=🇮🇷 iran=🇮🇷 iraq=🇮🇶 ireland=🇮🇪 is=🇮🇸 island=🏝️ isle_of_man=🇮🇲 israel=🇮🇱 it=🇮🇹
    izakaya_lantern=🏮 jack_o_lantern=🎃 jamaica=🇯🇲 japan=🗾 japanese_castle=🏯 japanese_goblin=👺
    japanese_ogre=👹 jar=🫙 je=🇯🇪 jeans=👖 jellyfish=🪼 jersey=🇯🇪 jigsaw=🧩 jm=🇯🇲 jo=🇯🇴 jordan=🇯🇴
    joy=😂 joy_cat=😹 joystick=🕹️ jp=🇯🇵 judge=🧑‍⚖️ juggler=🤹 juggling=🤹 juggling_person=🤹 kaaba=🕋
    kangaroo=🦘 karate_uniform=🥋 kayak=🛶 kazakhstan=🇰🇿 ke=🇰🇪 kenya=🇰🇪 key=🔑 key2=🗝️ keyboard=⌨️
    keycap_asterisk=*️⃣ keycap_ten=🔟 kg=🇰🇬 kh=🇰🇭 khanda=🪯 ki=🇰🇮 kick_scooter=🛴 kimono=👘
    kiribati=🇰🇮 kiss=💋 kiss_mm=👨‍❤️‍💋‍👨 kiss_ww=👩‍❤️‍💋‍👩 kissing=😗 kissing_cat=😽
    kissing_closed_eyes=😚 kissing_heart=😘 kissing_smiling_eyes=😙 kite=🪁 kiwi=🥝 kiwi_fruit=🥝
    kiwifruit=🥝 km=🇰🇲 kn=🇰🇳 kneeling_man=🧎‍♂️ kneeling_person=🧎 kneeling_woman=🧎‍♀️ knife=🔪
    knot=🪢 koala=🐨 koko=🈁 kosovo=🇽🇰 kp=🇰🇵 kr=🇰🇷 kuwait=🇰🇼 kw=🇰🇼 ky=🇰🇾 kyrgyzstan=🇰🇬 kz=🇰🇿 la=🇱🇦
    lab_coat=🥼 label=🏷️ lacrosse=🥍 ladder=🪜 lady_beetle=🐞 lantern=🏮 laos=🇱🇦 large_blue_circle=🔵
    large_blue_diamond=🔷 large_orange_diamond=🔶 last_quarter_moon=🌗
    last_quarter_moon_with_face=🌜 latin_cross=✝️ latvia=🇱🇻 laughing=😆 lb=🇱🇧 lc=🇱🇨 leafy_green=🥬
    leaves=🍃 lebanon=🇱🇧 ledger=📒 left_facing_fist=🤛 left_fist=🤛 left_luggage=🛅
    left_right_arrow=↔️ left_speech_bubble=🗨️ leftwards_arrow_with_hook=↩️ leftwards_hand=🫲
    leftwards_pushing_hand=🫷 leg=🦵 lemon=🍋 leo=♌ leopard=🐆 lesotho=🇱🇸 level_slider=🎚️
    levitate=🕴️ li=🇱🇮 liar=🤥 liberia=🇱🇷 libra=♎ libya=🇱🇾 liechtenstein=🇱🇮 lifter=🏋️
    light_blue_heart=🩵 light_rail=🚈 link=🔗 linked_paperclips=🖇️ lion=🦁 lion_face=🦁 lips=👄
    lipstick=💄 lithuania=🇱🇹 lizard=🦎 lk=🇱🇰 llama=🦙 lobster=🦞 lock=🔒 lock_with_ink_pen=🔏
    lollipop=🍭 long_drum=🪘 loop=➿ lotion_bottle=🧴 lotus=🪷 lotus_position=🧘
    lotus_position_man=🧘‍♂️ lotus_position_woman=🧘‍♀️ loud_sound=🔊 loudspeaker=📢 love_hotel=🏩
    love_letter=💌 love_you_gesture=🤟 low_battery=🪫 low_brightness=🔅 lower_left_ballpoint_pen=🖊️
    lower_left_crayon=🖍️ lower_left_fountain_pen=🖋️ lower_left_paintbrush=🖌️ lr=🇱🇷 ls=🇱🇸 lt=🇱🇹
    lu=🇱🇺 luggage=🧳 lungs=🫁 luxembourg=🇱🇺 lv=🇱🇻 ly=🇱🇾 lying_face=🤥 m=Ⓜ️ ma=🇲🇦 macau=🇲🇴
    macedonia=🇲🇰 madagascar=🇲🇬 mag=🔍 mag_right=🔎 mage=🧙 mage_man=🧙‍♂️ mage_woman=🧙‍♀️
    magic_wand=🪄 magnet=🧲 mahjong=🀄 mailbox=📫 mailbox_closed=📪 mailbox_with_mail=📬
    mailbox_with_no_mail=📭 malawi=🇲🇼 malaysia=🇲🇾 maldives=🇲🇻 male_dancer=🕺 male_detective=🕵️‍♂️
    male_sign=♂️ mali=🇲🇱 malta=🇲🇹 mammoth=🦣 man=👨 man_artist=👨‍🎨 man_astronaut=👨‍🚀
    man_beard=🧔‍♂️ man_cartwheeling=🤸‍♂️ man_cook=👨‍🍳 man_dancing=🕺 man_facepalming=🤦‍♂️
    man_factory_worker=👨‍🏭 man_farmer=👨‍🌾 man_feeding_baby=👨‍🍼 man_firefighter=👨‍🚒
    man_health_worker=👨‍⚕️ man_in_business_suit_levitating=🕴️ man_in_manual_wheelchair=👨‍🦽
    man_in_motorized_wheelchair=👨‍🦼 man_in_tuxedo=🤵‍♂️ man_in_tuxedo_tone1=🤵🏻
    man_in_tuxedo_tone2=🤵🏼 man_in_tuxedo_tone3=🤵🏽 man_in_tuxedo_tone4=🤵🏾 man_in_tuxedo_tone5=🤵🏿
    man_judge=👨‍⚖️ man_juggling=🤹‍♂️ man_mechanic=👨‍🔧 man_office_worker=👨‍💼 man_pilot=👨‍✈️
    man_playing_handball=🤾‍♂️ man_playing_water_polo=🤽‍♂️ man_scientist=👨‍🔬 man_shrugging=🤷‍♂️
    man_singer=👨‍🎤 man_student=👨‍🎓 man_teacher=👨‍🏫 man_technologist=👨‍💻 man_with_gua_pi_mao=👲
    man_with_probing_cane=👨‍🦯 man_with_turban=👳‍♂️ man_with_turban_tone1=👳🏻
    man_with_turban_tone2=👳🏼 man_with_turban_tone3=👳🏽 man_with_turban_tone4=👳🏾
    man_with_turban_tone5=👳🏿 man_with_veil=👰‍♂️ mandarin=🍊 mango=🥭 mans_shoe=👞
    mantelpiece_clock=🕰️ mantlepiece_clock=🕰️ manual_wheelchair=🦽 map=🗺️ maple_leaf=🍁 maracas=🪇
    marshall_islands=🇲🇭 martial_arts_uniform=🥋 martinique=🇲🇶 mask=😷 massage=💆 massage_man=💆‍♂️
    massage_woman=💆‍♀️ mate=🧉 mauritania=🇲🇷 mauritius=🇲🇺 mayotte=🇾🇹 mc=🇲🇨 md=🇲🇩 me=🇲🇪
    meat_on_bone=🍖 mechanic=🧑‍🔧 mechanical_arm=🦾 mechanical_leg=🦿 medal=🏅 medal_military=🎖️
    medal_sports=🏅 medical_symbol=⚕️ mega=📣 melon=🍈 melting_face=🫠 memo=📝 men_wrestling=🤼‍♂️
    mending_heart=❤️‍🩹 menorah=🕎 mens=🚹 mermaid=🧜‍♀️ merman=🧜‍♂️ merperson=🧜 metal=🤘 metro=🚇
    mexico=🇲🇽 mf=🇲🇫 mg=🇲🇬 mh=🇲🇭 microbe=🦠 micronesia=🇫🇲 microphone=🎤 microphone2=🎙️ microscope=🔬
    middle_finger=🖕 military_helmet=🪖 military_medal=🎖️ milk=🥛 milk_glass=🥛 milky_way=🌌
    minibus=🚐 minidisc=💽 mirror=🪞 mirror_ball=🪩 mk=🇲🇰 ml=🇲🇱 mm=🇲🇲 mn=🇲🇳 mo=🇲🇴 mobile_phone_off=📴
    moldova=🇲🇩 monaco=🇲🇨 money_mouth=🤑 money_mouth_face=🤑 money_with_wings=💸 moneybag=💰
    mongolia=🇲🇳 monkey=🐒 monkey_face=🐵 monocle_face=🧐 monorail=🚝 montenegro=🇲🇪 montserrat=🇲🇸
    moon=🌔 moon_cake=🥮 moose=🫎 morocco=🇲🇦 mortar_board=🎓 mosque=🕌 mosquito=🦟 mother_christmas=🤶
    motor_boat=🛥️ motor_scooter=🛵 motorbike=🛵 motorboat=🛥️ motorcycle=🏍️ motorized_wheelchair=🦼
    motorway=🛣️ mount_fuji=🗻 mountain=⛰️ mountain_bicyclist=🚵 mountain_biking_man=🚵‍♂️
    mountain_biking_woman=🚵‍♀️ mountain_cableway=🚠 mountain_railway=🚞 mountain_snow=🏔️ mouse=🐭
    mouse2=🐁 mouse_three_button=🖱️ mouse_trap=🪤 movie_camera=🎥 moyai=🗿 mozambique=🇲🇿 mp=🇲🇵 mq=🇲🇶
    mr=🇲🇷 mrs_claus=🤶 ms=🇲🇸 mt=🇲🇹 mu=🇲🇺 muscle=💪 mushroom=🍄 musical_keyboard=🎹 musical_note=🎵
    musical_score=🎼 mute=🔇 mv=🇲🇻 mw=🇲🇼 mx=🇲🇽 mx_claus=🧑‍🎄 my=🇲🇾 myanmar=🇲🇲 mz=🇲🇿 na=🇳🇦
    nail_care=💅 name_badge=📛 namibia=🇳🇦 national_park=🏞️ nauru=🇳🇷 nauseated_face=🤢
    nazar_amulet=🧿 nc=🇳🇨 ne=🇳🇪 necktie=👔 negative_squared_cross_mark=❎ nepal=🇳🇵 nerd=🤓
    nerd_face=🤓 nest_with_eggs=🪺 nesting_dolls=🪆 netherlands=🇳🇱 neutral_face=😐 new=🆕
    new_caledonia=🇳🇨 new_moon=🌑 new_moon_with_face=🌚 new_zealand=🇳🇿 newspaper=📰 newspaper2=🗞️
    newspaper_roll=🗞️ next_track=⏭️ next_track_button=⏭️ nf=🇳🇫 ng=🆖 ng_man=🙅‍♂️ ng_woman=🙅‍♀️
    ni=🇳🇮 nicaragua=🇳🇮 niger=🇳🇪 nigeria=🇳🇬 night_with_stars=🌃 nine=9️⃣ ninja=🥷 niue=🇳🇺 nl=🇳🇱
    no=🇳🇴 no_bell=🔕 no_bicycles=🚳 no_entry=⛔ no_entry_sign=🚫 no_good=🙅 no_good_man=🙅‍♂️
    no_good_woman=🙅‍♀️ no_mobile_phones=📵 no_mouth=😶 no_pedestrians=🚷 no_smoking=🚭
    non-potable_water=🚱 norfolk_island=🇳🇫 north_korea=🇰🇵 northern_mariana_islands=🇲🇵 norway=🇳🇴
    nose=👃 notebook=📓 notebook_with_decorative_cover=📔 notepad_spiral=🗒️ notes=🎶 np=🇳🇵 nr=🇳🇷
    nu=🇳🇺 nut_and_bolt=🔩 nz=🇳🇿 o=⭕ o2=🅾️ ocean=🌊 octagonal_sign=🛑 octopus=🐙 oden=🍢 office=🏢
    office_worker=🧑‍💼 oil=🛢️ oil_drum=🛢️ ok=🆗 ok_hand=👌 ok_man=🙆‍♂️ ok_person=🙆 ok_woman=🙆‍♀️
    ok_woman_tone1=🙆🏻 ok_woman_tone2=🙆🏼 ok_woman_tone3=🙆🏽 ok_woman_tone4=🙆🏾 ok_woman_tone5=🙆🏿
    old_key=🗝️ older_adult=🧓 older_man=👴 older_woman=👵 olive=🫒 om=🕉️ om_symbol=🕉️ oman=🇴🇲 on=🔛
    oncoming_automobile=🚘 oncoming_bus=🚍 oncoming_police_car=🚔 oncoming_taxi=🚖 one=1️⃣
    one_piece_swimsuit=🩱 onion=🧅 open_book=📖 open_file_folder=📂 open_hands=👐 open_mouth=😮
    open_umbrella=☂️ ophiuchus=⛎ orange=🍊 orange_book=📙 orange_circle=🟠 orange_heart=🧡
    orange_square=🟧 orangutan=🦧 orthodox_cross=☦️ otter=🦦 outbox_tray=📤 owl=🦉 ox=🐂 oyster=🦪
    pa=🇵🇦 package=📦 paella=🥘 page_facing_up=📄 page_with_curl=📃 pager=📟 paintbrush=🖌️ pakistan=🇵🇰
    palau=🇵🇼 palestinian_territories=🇵🇸 palm_down_hand=🫳 palm_tree=🌴 palm_up_hand=🫴
    palms_up_together=🤲 panama=🇵🇦 pancakes=🥞 panda_face=🐼 paperclip=📎 paperclips=🖇️
    papua_new_guinea=🇵🇬 parachute=🪂 paraguay=🇵🇾 parasol_on_ground=⛱️ park=🏞️ parking=🅿️ parrot=🦜
    part_alternation_mark=〽️ partly_sunny=⛅ partying_face=🥳 passenger_ship=🛳️ passport_control=🛂
    pause_button=⏸️ paw_prints=🐾 pe=🇵🇪 pea_pod=🫛 peace=☮️ peace_symbol=☮️ peach=🍑 peacock=🦚
    peanuts=🥜 pear=🍐 pen=🖊️ pen_ballpoint=🖊️ pen_fountain=🖋️ pencil=📝 pencil2=✏️ penguin=🐧
    pensive=😔 people_holding_hands=🧑‍🤝‍🧑 people_hugging=🫂 performing_arts=🎭 persevere=😣
    person_bald=🧑‍🦲 person_curly_hair=🧑‍🦱 person_doing_cartwheel=🤸 person_feeding_baby=🧑‍🍼
    person_fencing=🤺 person_frowning=🙍 person_in_manual_wheelchair=🧑‍🦽
    person_in_motorized_wheelchair=🧑‍🦼 person_in_tuxedo=🤵 person_red_hair=🧑‍🦰
    person_white_hair=🧑‍🦳 person_with_ball=⛹️ person_with_blond_hair=👱 person_with_crown=🫅
    person_with_pouting_face=🙎 person_with_probing_cane=🧑‍🦯 person_with_turban=👳
    person_with_veil=👰 peru=🇵🇪 petri_dish=🧫 pf=🇵🇫 pg=🇵🇬 ph=🇵🇭 philippines=🇵🇭 phone=☎️ pick=⛏️
    pickup_truck=🛻 pie=🥧 pig=🐷 pig2=🐖 pig_nose=🐽 pill=💊 pilot=🧑‍✈️ pinata=🪅 pinched_fingers=🤌
    pinching_hand=🤏 pineapple=🍍 ping_pong=🏓 pink_heart=🩷 pirate_flag=🏴‍☠️ pisces=♓
    pitcairn_islands=🇵🇳 pizza=🍕 pk=🇵🇰 pl=🇵🇱 placard=🪧 place_of_worship=🛐 plate_with_cutlery=🍽️
    play_or_pause_button=⏯️ play_pause=⏯️ playground_slide=🛝 pleading_face=🥺 plunger=🪠 pm=🇵🇲
    pn=🇵🇳 point_down=👇 point_left=👈 point_right=👉 point_up=☝️ point_up_2=👆 poland=🇵🇱
    polar_bear=🐻‍❄️ police_car=🚓 police_officer=👮 policeman=👮‍♂️ policewoman=👮‍♀️ poo=💩 poodle=🐩
    poop=💩 popcorn=🍿 portugal=🇵🇹 post_office=🏣 postal_horn=📯 postbox=📮 potable_water=🚰 potato=🥔
    potted_plant=🪴 pouch=👝 poultry_leg=🍗 pound=💷 pouring_liquid=🫗 pout=😡 pouting_cat=😾
    pouting_face=🙎 pouting_man=🙎‍♂️ pouting_woman=🙎‍♀️ pr=🇵🇷 pray=🙏 prayer_beads=📿
    pregnant_man=🫃 pregnant_person=🫄 pregnant_woman=🤰 pretzel=🥨 previous_track=⏮️
    previous_track_button=⏮️ prince=🤴 princess=👸 printer=🖨️ probing_cane=🦯 projector=📽️ ps=🇵🇸
    pt=🇵🇹 pudding=🍮 puerto_rico=🇵🇷 punch=👊 purple_circle=🟣 purple_heart=💜 purple_square=🟪
    purse=👛 pushpin=📌 put_litter_in_its_place=🚮 pw=🇵🇼 py=🇵🇾 qa=🇶🇦 qatar=🇶🇦 question=❓ rabbit=🐰
    rabbit2=🐇 raccoon=🦝 race_car=🏎️ racehorse=🐎 racing_car=🏎️ racing_motorcycle=🏍️ radio=📻
    radio_button=🔘 radioactive=☢️ radioactive_sign=☢️ rage=😡 railroad_track=🛤️ railway_car=🚃
    railway_track=🛤️ rainbow=🌈 rainbow_flag=🏳️‍🌈 raised_back_of_hand=🤚 raised_eyebrow=🤨
    raised_hand=✋ raised_hand_with_fingers_splayed=🖐️
    raised_hand_with_part_between_middle_and_ring_fingers=🖖 raised_hands=🙌 raising_hand=🙋
    raising_hand_man=🙋‍♂️ raising_hand_woman=🙋‍♀️ ram=🐏 ramen=🍜 rat=🐀 razor=🪒 re=🇷🇪 receipt=🧾
    record_button=⏺️ recycle=♻️ red_car=🚗 red_circle=🔴 red_envelope=🧧 red_haired_man=👨‍🦰
    red_haired_woman=👩‍🦰 red_square=🟥 regional_indicator_a=🇦 regional_indicator_b=🇧
    regional_indicator_c=🇨 regional_indicator_d=🇩 regional_indicator_e=🇪 regional_indicator_f=🇫
    regional_indicator_g=🇬 regional_indicator_h=🇭 regional_indicator_i=🇮 regional_indicator_j=🇯
    regional_indicator_k=🇰 regional_indicator_l=🇱 regional_indicator_m=🇲 regional_indicator_n=🇳
    regional_indicator_o=🇴 regional_indicator_p=🇵 regional_indicator_q=🇶 regional_indicator_r=🇷
    regional_indicator_s=🇸 regional_indicator_t=🇹 regional_indicator_u=🇺 regional_indicator_v=🇻
    regional_indicator_w=🇼 regional_indicator_x=🇽 regional_indicator_y=🇾 regional_indicator_z=🇿
    registered=®️ relaxed=☺️ relieved=😌 reminder_ribbon=🎗️ repeat=🔁 repeat_one=🔂
    rescue_worker_helmet=⛑️ restroom=🚻 reunion=🇷🇪 reversed_hand_with_middle_finger_extended=🖕
    revolving_hearts=💞 rewind=⏪ rhino=🦏 rhinoceros=🦏 ribbon=🎀 rice=🍚 rice_ball=🍙 rice_cracker=🍘
    rice_scene=🎑 right_anger_bubble=🗯️ right_facing_fist=🤜 right_fist=🤜 rightwards_hand=🫱
    rightwards_pushing_hand=🫸 ring=💍 ring_buoy=🛟 ringed_planet=🪐 ro=🇷🇴 robot=🤖 robot_face=🤖
    rock=🪨 rocket=🚀 rofl=🤣 roll_eyes=🙄 roll_of_paper=🧻 rolled_up_newspaper=🗞️ roller_coaster=🎢
    roller_skate=🛼 rolling_eyes=🙄 rolling_on_the_floor_laughing=🤣 romania=🇷🇴 rooster=🐓 rose=🌹
    rosette=🏵️ rotating_light=🚨 round_pushpin=📍 rowboat=🚣 rowing_man=🚣‍♂️ rowing_woman=🚣‍♀️
    rs=🇷🇸 ru=🇷🇺 rugby_football=🏉 runner=🏃 running=🏃 running_man=🏃‍♂️ running_shirt_with_sash=🎽
    running_woman=🏃‍♀️ rw=🇷🇼 rwanda=🇷🇼 sa=🈂️ safety_pin=🧷 safety_vest=🦺 sagittarius=♐ sailboat=⛵
    sake=🍶 salad=🥗 salt=🧂 saluting_face=🫡 samoa=🇼🇸 san_marino=🇸🇲 sandal=👡 sandwich=🥪 santa=🎅
    sao_tome_principe=🇸🇹 sari=🥻 sassy_man=💁‍♂️ sassy_woman=💁‍♀️ satellite=📡 satellite_orbital=🛰️
    satisfied=😆 saudi=🇸🇦 saudi_arabia=🇸🇦 saudiarabia=🇸🇦 sauna_man=🧖‍♂️ sauna_person=🧖
    sauna_woman=🧖‍♀️ sauropod=🦕 saxophone=🎷 sb=🇸🇧 sc=🇸🇨 scales=⚖️ scarf=🧣 school=🏫
    school_satchel=🎒 scientist=🧑‍🔬 scissors=✂️ scooter=🛴 scorpion=🦂 scorpius=♏ scotland=🏴󠁧󠁢󠁳󠁣󠁴󠁿
    scream=😱 scream_cat=🙀 screwdriver=🪛 scroll=📜 sd=🇸🇩 se=🇸🇪 seal=🦭 seat=💺 second_place=🥈
    second_place_medal=🥈 secret=㊙️ see_no_evil=🙈 seedling=🌱 selfie=🤳 senegal=🇸🇳 serbia=🇷🇸
    service_dog=🐕‍🦺 seven=7️⃣ sewing_needle=🪡 seychelles=🇸🇨 sg=🇸🇬 sh=🇸🇭 shaking_face=🫨
    shaking_hands=🤝 shallow_pan_of_food=🥘 shamrock=☘️ shark=🦈 shaved_ice=🍧 sheep=🐑 shell=🐚
    shelled_peanut=🥜 shield=🛡️ shinto_shrine=⛩️ ship=🚢 shirt=👕 shit=💩 shoe=👞 shopping=🛍️
    shopping_bags=🛍️ shopping_cart=🛒 shopping_trolley=🛒 shorts=🩳 shower=🚿 shrimp=🦐 shrug=🤷
    shushing_face=🤫 si=🇸🇮 sick=🤢 sierra_leone=🇸🇱 sign_of_the_horns=🤘 signal_strength=📶
    singapore=🇸🇬 singer=🧑‍🎤 sint_maarten=🇸🇽 six=6️⃣ six_pointed_star=🔯 sj=🇸🇯 sk=🇸🇰 skateboard=🛹
    skeleton=💀 ski=🎿 skier=⛷️ skull=💀 skull_and_crossbones=☠️ skull_crossbones=☠️ skunk=🦨 sl=🇸🇱
    sled=🛷 sleeping=😴 sleeping_accommodation=🛌 sleeping_bed=🛌 sleepy=😪 sleuth_or_spy=🕵️
    slight_frown=🙁 slight_smile=🙂 slightly_frowning_face=🙁 slightly_smiling_face=🙂
    slot_machine=🎰 sloth=🦥 slovakia=🇸🇰 slovenia=🇸🇮 sm=🇸🇲 small_airplane=🛩️ small_blue_diamond=🔹
    small_orange_diamond=🔸 small_red_triangle=🔺 small_red_triangle_down=🔻 smile=😄 smile_cat=😸
    smiley=😃 smiley_cat=😺 smiling_face_with_tear=🥲 smiling_face_with_three_hearts=🥰
    smiling_imp=😈 smirk=😏 smirk_cat=😼 smoking=🚬 sn=🇸🇳 snail=🐌 snake=🐍 sneeze=🤧 sneezing_face=🤧
    snow_capped_mountain=🏔️ snowboarder=🏂 snowflake=❄️ snowman=⛄ snowman2=☃️
    snowman_with_snow=☃️ so=🇸🇴 soap=🧼 sob=😭 soccer=⚽ socks=🧦 softball=🥎 solomon_islands=🇸🇧
    somalia=🇸🇴 soon=🔜 sos=🆘 sound=🔉 south_africa=🇿🇦 south_georgia_south_sandwich_islands=🇬🇸
    south_sudan=🇸🇸 space_invader=👾 spades=♠️ spaghetti=🍝 sparkle=❇️ sparkler=🎇 sparkles=✨
    sparkling_heart=💖 speak_no_evil=🙊 speaker=🔈 speaking_head=🗣️ speaking_head_in_silhouette=🗣️
    speech_balloon=💬 speech_left=🗨️ speedboat=🚤 spider=🕷️ spider_web=🕸️ spiral_calendar=🗓️
    spiral_calendar_pad=🗓️ spiral_note_pad=🗒️ spiral_notepad=🗒️ sponge=🧽 spoon=🥄 sports_medal=🏅
    spy=🕵️ squid=🦑 sr=🇸🇷 sri_lanka=🇱🇰 ss=🇸🇸 st=🇸🇹 st_barthelemy=🇧🇱 st_helena=🇸🇭
    st_kitts_nevis=🇰🇳 st_lucia=🇱🇨 st_martin=🇲🇫 st_pierre_miquelon=🇵🇲 st_vincent_grenadines=🇻🇨
    stadium=🏟️ standing_man=🧍‍♂️ standing_person=🧍 standing_woman=🧍‍♀️ star=⭐ star2=🌟
    star_and_crescent=☪️ star_of_david=✡️ star_struck=🤩 stars=🌠 station=🚉 statue_of_liberty=🗽
    steam_locomotive=🚂 stethoscope=🩺 stew=🍲 stop_button=⏹️ stop_sign=🛑 stopwatch=⏱️
    straight_ruler=📏 strawberry=🍓 stuck_out_tongue=😛 stuck_out_tongue_closed_eyes=😝
    stuck_out_tongue_winking_eye=😜 student=🧑‍🎓 studio_microphone=🎙️ stuffed_flatbread=🥙
    stuffed_pita=🥙 sudan=🇸🇩 sun_behind_large_cloud=🌥️ sun_behind_rain_cloud=🌦️
    sun_behind_small_cloud=🌤️ sun_with_face=🌞 sunflower=🌻 sunglasses=😎 sunny=☀️ sunrise=🌅
    sunrise_over_mountains=🌄 superhero=🦸 superhero_man=🦸‍♂️ superhero_woman=🦸‍♀️ supervillain=🦹
    supervillain_man=🦹‍♂️ supervillain_woman=🦹‍♀️ surfer=🏄 surfing_man=🏄‍♂️ surfing_woman=🏄‍♀️
    suriname=🇸🇷 sushi=🍣 suspension_railway=🚟 sv=🇸🇻 svalbard_jan_mayen=🇸🇯 swan=🦢 swaziland=🇸🇿
    sweat=😓 sweat_drops=💦 sweat_smile=😅 sweden=🇸🇪 sweet_potato=🍠 swim_brief=🩲 swimmer=🏊
    swimming_man=🏊‍♂️ swimming_woman=🏊‍♀️ switzerland=🇨🇭 sx=🇸🇽 sy=🇸🇾 symbols=🔣 synagogue=🕍
    syria=🇸🇾 syringe=💉 sz=🇸🇿 t-rex=🦖 ta=🇹🇦 table_tennis=🏓 taco=🌮 tada=🎉 taiwan=🇹🇼 tajikistan=🇹🇯
    takeout_box=🥡 tamale=🫔 tanabata_tree=🎋 tangerine=🍊 tanzania=🇹🇿 taurus=♉ taxi=🚕 tc=🇹🇨 td=🇹🇩
    tea=🍵 teacher=🧑‍🏫 teapot=🫖 technologist=🧑‍💻 teddy_bear=🧸 telephone=☎️ telephone_receiver=📞
    telescope=🔭 tennis=🎾 tent=⛺ test_tube=🧪 tf=🇹🇫 tg=🇹🇬 th=🇹🇭 thailand=🇹🇭 thermometer=🌡️
    thermometer_face=🤒 thinking=🤔 thinking_face=🤔 third_place=🥉 third_place_medal=🥉
    thong_sandal=🩴 thought_balloon=💭 thread=🧵 three=3️⃣ three_button_mouse=🖱️ thumbdown=👎
    thumbsdown=👎 thumbsup=👍 thumbup=👍 thunder_cloud_and_rain=⛈️ thunder_cloud_rain=⛈️ ticket=🎫
    tickets=🎟️ tiger=🐯 tiger2=🐅 timer=⏲️ timer_clock=⏲️ timor_leste=🇹🇱 tipping_hand_man=💁‍♂️
    tipping_hand_person=💁 tipping_hand_woman=💁‍♀️ tired_face=😫 tj=🇹🇯 tk=🇹🇰 tl=🇹🇱 tm=™️ tn=🇹🇳
    to=🇹🇴 togo=🇹🇬 toilet=🚽 tokelau=🇹🇰 tokyo_tower=🗼 tomato=🍅 tone1=🏻 tone2=🏼 tone3=🏽 tone4=🏾
    tone5=🏿 tonga=🇹🇴 tongue=👅 toolbox=🧰 tools=🛠️ tooth=🦷 toothbrush=🪥 top=🔝 tophat=🎩 tornado=🌪️
    tr=🇹🇷 track_next=⏭️ track_previous=⏮️ trackball=🖲️ tractor=🚜 traffic_light=🚥 train=🚋
    train2=🚆 tram=🚊 transgender_flag=🏳️‍⚧️ transgender_symbol=⚧️ triangular_flag_on_post=🚩
    triangular_ruler=📐 trident=🔱 trinidad_tobago=🇹🇹 tristan_da_cunha=🇹🇦 triumph=😤 troll=🧌
    trolleybus=🚎 trophy=🏆 tropical_drink=🍹 tropical_fish=🐠 truck=🚚 trumpet=🎺 tshirt=👕 tt=🇹🇹
    tulip=🌷 tumbler_glass=🥃 tunisia=🇹🇳 turkey=🦃 turkmenistan=🇹🇲 turks_caicos_islands=🇹🇨 turtle=🐢
    tuvalu=🇹🇻 tuxedo_tone1=🤵🏻 tuxedo_tone2=🤵🏼 tuxedo_tone3=🤵🏽 tuxedo_tone4=🤵🏾 tuxedo_tone5=🤵🏿
    tv=📺 tw=🇹🇼 twisted_rightwards_arrows=🔀 two=2️⃣ two_hearts=💕 two_men_holding_hands=👬
    two_women_holding_hands=👭 tz=🇹🇿 u5272=🈹 u5408=🈴 u55b6=🈺 u6307=🈯 u6708=🈷️ u6709=🈶 u6e80=🈵
    u7121=🈚 u7533=🈸 u7981=🈲 u7a7a=🈳 ua=🇺🇦 ug=🇺🇬 uganda=🇺🇬 uk=🇬🇧 ukraine=🇺🇦 um=🇺🇲 umbrella=☔
    umbrella2=☂️ umbrella_on_ground=⛱️ unamused=😒 underage=🔞 unicorn=🦄 unicorn_face=🦄
    united_arab_emirates=🇦🇪 united_nations=🇺🇳 unlock=🔓 up=🆙 upside_down=🙃 upside_down_face=🙃
    urn=⚱️ uruguay=🇺🇾 us=🇺🇸 us_outlying_islands=🇺🇲 us_virgin_islands=🇻🇮 uy=🇺🇾 uz=🇺🇿
    uzbekistan=🇺🇿 v=✌️ va=🇻🇦 vampire=🧛 vampire_man=🧛‍♂️ vampire_woman=🧛‍♀️ vanuatu=🇻🇺
    vatican_city=🇻🇦 vc=🇻🇨 ve=🇻🇪 venezuela=🇻🇪 vertical_traffic_light=🚦 vg=🇻🇬 vhs=📼 vi=🇻🇮
    vibration_mode=📳 video_camera=📹 video_game=🎮 vietnam=🇻🇳 violin=🎻 virgo=♍ vn=🇻🇳 volcano=🌋
    volleyball=🏐 vomiting_face=🤮 vs=🆚 vu=🇻🇺 vulcan=🖖 vulcan_salute=🖖 waffle=🧇 wales=🏴󠁧󠁢󠁷󠁬󠁳󠁿
    walking=🚶 walking_man=🚶‍♂️ walking_woman=🚶‍♀️ wallis_futuna=🇼🇫 waning_crescent_moon=🌘
    waning_gibbous_moon=🌖 warning=⚠️ wastebasket=🗑️ watch=⌚ water_buffalo=🐃 water_polo=🤽
    watermelon=🍉 wave=👋 waving_black_flag=🏴 waving_white_flag=🏳️ wavy_dash=〰️
    waxing_crescent_moon=🌒 waxing_gibbous_moon=🌔 wc=🚾 weary=😩 wedding=💒 weight_lifter=🏋️
    weight_lifting=🏋️ weight_lifting_man=🏋️‍♂️ weight_lifting_woman=🏋️‍♀️ western_sahara=🇪🇭
    wf=🇼🇫 whale=🐳 whale2=🐋 wheel=🛞 wheel_of_dharma=☸️ wheelchair=♿ whisky=🥃 white_check_mark=✅
    white_circle=⚪ white_flag=🏳️ white_flower=💮 white_frowning_face=☹️ white_haired_man=👨‍🦳
    white_haired_woman=👩‍🦳 white_heart=🤍 white_large_square=⬜ white_medium_small_square=◽
    white_medium_square=◻️ white_small_square=▫️ white_square_button=🔳 white_sun_behind_cloud=🌥️
    white_sun_behind_cloud_with_rain=🌦️ white_sun_cloud=🌥️ white_sun_rain_cloud=🌦️
    white_sun_small_cloud=🌤️ white_sun_with_small_cloud=🌤️ wilted_flower=🥀 wilted_rose=🥀
    wind_blowing_face=🌬️ wind_chime=🎐 wind_face=🌬️ window=🪟 wine_glass=🍷 wing=🪽 wink=😉
    wireless=🛜 wolf=🐺 woman=👩 woman_artist=👩‍🎨 woman_astronaut=👩‍🚀 woman_beard=🧔‍♀️
    woman_cartwheeling=🤸‍♀️ woman_cook=👩‍🍳 woman_dancing=💃 woman_facepalming=🤦‍♀️
    woman_factory_worker=👩‍🏭 woman_farmer=👩‍🌾 woman_feeding_baby=👩‍🍼 woman_firefighter=👩‍🚒
    woman_health_worker=👩‍⚕️ woman_in_manual_wheelchair=👩‍🦽 woman_in_motorized_wheelchair=👩‍🦼
    woman_in_tuxedo=🤵‍♀️ woman_judge=👩‍⚖️ woman_juggling=🤹‍♀️ woman_mechanic=👩‍🔧
    woman_office_worker=👩‍💼 woman_pilot=👩‍✈️ woman_playing_handball=🤾‍♀️
    woman_playing_water_polo=🤽‍♀️ woman_scientist=👩‍🔬 woman_shrugging=🤷‍♀️ woman_singer=👩‍🎤
    woman_student=👩‍🎓 woman_teacher=👩‍🏫 woman_technologist=👩‍💻 woman_with_headscarf=🧕
    woman_with_probing_cane=👩‍🦯 woman_with_turban=👳‍♀️ woman_with_veil=👰‍♀️ womans_clothes=👚
    womans_hat=👒 women_wrestling=🤼‍♀️ womens=🚺 wood=🪵 woozy_face=🥴 world_map=🗺️ worm=🪱 worried=😟
    worship_symbol=🛐 wrench=🔧 wrestlers=🤼 wrestling=🤼 writing_hand=✍️ ws=🇼🇸 x=❌ x_ray=🩻 xk=🇽🇰
    yarn=🧶 yawning_face=🥱 ye=🇾🇪 yellow_circle=🟡 yellow_heart=💛 yellow_square=🟨 yemen=🇾🇪 yen=💴
    yin_yang=☯️ yo_yo=🪀 yt=🇾🇹 yum=😋 za=🇿🇦 zambia=🇿🇲 zany_face=🤪 zap=⚡ zebra=🦓 zero=0️⃣
    zimbabwe=🇿🇼 zipper_mouth=🤐 zipper_mouth_face=🤐 zm=🇿🇲 zombie=🧟 zombie_man=🧟‍♂️
    zombie_woman=🧟‍♀️ zw=🇿🇼 zzz=💤
    """
}
