/// Author markup that once fooled some sanitiser, or might; one vector a line, `␤` for a line break,
/// `␀`, `␉`, `␏` for NUL, tab and U+000F.
enum HostileVectors {
  static let all: [String] = source.split(separator: "\n").map { line in
    var text = ""
    for character in line {
      switch character {
      case "␤": text += "\n"
      case "␀": text += "\0"
      case "␉": text += "\t"
      case "␏": text += "\u{0F}"
      default: text.append(character)
      }
    }
    return text
  }

  private static let source = #"""
    <script>alert(1)</script>after
    <SCRIPT SRC=//evil.example/x.js></SCRIPT>after
    <scr<script>ipt>alert(1)</scr</script>ipt>
    <script >alert(1)</script␤foo=bar>after
    <script/x>alert(1)</script/x>after
    <script><!--<script></script>--></script>after
    <script>a</scriptx>b</script>after
    before<script>alert(1)
    <<script>alert(1);//<</script>
    <style>@import 'x';</style>after
    <style><img src="</style><img src=x onerror=alert(1)//">
    <style><!--</style><script>alert(1)</script>-->
    <noscript><p title="</noscript><img src=x onerror=alert(1)>">
    <noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>
    <noframes><img title="</noframes><img src=x onerror=alert(1)>"></noframes>
    <xmp><p title="</xmp><svg/onload=alert(1)>">x</xmp>
    <title><p title="</title><svg/onload=alert(1)>">x</title>
    <textarea><p title="</textarea><svg/onload=alert(1)>">x</textarea>after
    <plaintext><script>alert(1)</script></plaintext>
    <iframe src="javascript:alert(1)"></iframe>after
    <iframe srcdoc="<script>alert(1)</script>"></iframe>
    <iframe src=x />after
    <iframe><img title="</iframe><img src=x onerror=alert(1)>"></iframe>
    <object data="data:text/html,<script>alert(1)</script>"></object>after
    <object><param name=movie value=x><b>fallback</b></object>after
    <embed src=//evil.example/x.swf>after
    <embed src=x>after</embed>more
    <template><script>alert(1)</script></template>after
    <template><template></template>x</template>after
    <svg onload=alert(1)>
    <svg><script>alert(1)</script></svg>after
    <svg><g/onload=alert(1)></g></svg>after
    <svg/onload=alert(1)>after
    <svg><style><img src=x onerror=alert(1)></style></svg>after
    <svg><foreignObject><p>x</foreignObject></svg>after
    <svg><svg></svg>inner</svg>after
    <svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
    <svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
    <svg><animate onbegin=alert(1) attributeName=x></svg>after
    <svg><title><![CDATA[</title><img src=x onerror=alert(1)>]]></svg>
    <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
    <math href="javascript:alert(1)">CLICK</math>after
    <math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>
    <form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
    <select><script>alert(1)</script><option>x</select>after
    <select><style></select><img src=x onerror=alert(1)></style>
    <table><select><iframe></select><img src=x onerror=alert(1)></table>
    <img src=x onerror=alert(1)>
    <img src=x onerror="alert(1)" >
    <img/src=x/onerror=alert(1)>
    <img src="x"onerror="alert(1)">
    <img src='x'onerror='alert(1)'>
    <img src=`x`onerror=alert(1)>
    <IMG """><SCRIPT>alert("XSS")</SCRIPT>">
    <img src="x` `<script>alert(1)</script>"` `>
    <img =""> <img = onerror=alert(1) src=x>
    <img alt="><script>alert(1)</script>" src=x>
    <img src=x alt='"><script>alert(1)</script>'>
    <img src=x:alert(1) onerror=eval(src)>
    <img src="javascript:alert(1)">
    <img src="jav␉ascript:alert(1)">
    <img src="data:image/svg+xml,<svg onload=alert(1)>">
    <img src="data:image/svg+xml;base64,PHN2Zy8+">
    <img src="data:image/png;base64,iVBORw0KGgo=" alt=dot>
    <img src="data:text/html;base64,PHNjcmlwdD4=">
    <img src="data:image/png;base64,<svg onload=alert(1)>">
    <img src="DATA:image/GIF;base64,R0lGODlhAQAB">
    <img src="https://img.example/a.png" alt="a & b">
    <img src="http://img.example/a.png" alt="not secure">
    <img src="https://evil.example/a.png" alt="tracker">
    <img src="https://evil.example/a.png">
    <img src="https://img.example@evil.example/a.png">
    <img src="https://img.example.evil.example/a.png">
    <img src="https://img.example:8443/a.png">
    <img src="//evil.example/a.png" alt=x>
    <img src="/\evil.example/a.png" alt=x>
    <img src=" ␏ javascript:alert(1)">
    <img srcset="https://evil.example/x 2x" src=a.png>
    <img lowsrc="javascript:alert(1)" dynsrc="javascript:alert(1)" src=a.png>
    <img src=a.png width=99999999 height="10;x" loading=eager>
    <img src=a.png width=50% height=20px>
    <img src=a.png usemap=#m ismap longdesc="javascript:alert(1)">
    <image src=x onerror=alert(1)>
    <picture><source srcset=x><img src=a.png></picture>
    <video src=x onerror=alert(1)><source onerror=alert(1)></video>
    <audio src=x onerror=alert(1)>text</audio>
    <a href="javascript:alert(1)">x</a>
    <a href="JaVaScRiPt:alert(1)">x</a>
    <a href="java␤script:alert(1)">x</a>
    <a href="java␉script:alert(1)">x</a>
    <a href="␏javascript:alert(1)">x</a>
    <a href="java␀script:alert(1)">x</a>
    <a href="&#106;avascript:alert(1)">x</a>
    <a href="&#x6A;avascript&colon;alert(1)">x</a>
    <a href="&#0000106avascript:alert(1)">x</a>
    <a href="javascript&colon;alert(1)">x</a>
    <a href="java&Tab;script:alert(1)">x</a>
    <a href="java&NewLine;script:alert(1)">x</a>
    <a href="&amp;#106;avascript:alert(1)">x</a>
    <a href="&unknown;javascript:alert(1)">x</a>
    <a href=javascript:alert(1)>x</a>
    <a href='javascript:alert(1)'>x</a>
    <a href="vbscript:msgbox(1)">x</a>
    <a href="data:text/html,<script>alert(1)</script>">x</a>
    <a href="blob:https://x/1">x</a><a href="filesystem:x">y</a>
    <a href="view-source:x">x</a><a href="feed:x">y</a><a href="file:///etc/passwd">z</a>
    <a href="slack://channel?id=1">x</a><a href="vscode://file">y</a>
    <a href="mailto:a@b.example?subject='x'">x</a><a href="tel:+1">y</a>
    <a href="//evil.example">x</a><a href="/\evil.example">y</a><a href="\\evil.example">z</a>
    <a href="///evil.example">x</a><a href="https:evil.example">y</a><a href="https:/evil.example">z</a>
    <a href="https://user:pass@evil.example/">x</a><a href="https://a@b">y</a>
    <a href="https://good.example\@evil.example">x</a>
    <a href="https://good.example/@user/x">ok</a>
    <a href="https://[::1]:80/x">ok</a><a href="https://[::1">x</a><a href="https://a:b/">y</a>
    <a href="https://exa mple/">x</a><a href="https://ex<b>/">y</a>
    <a href="https://bücher.example/ü?q=ü#ü">ok</a>
    <a href="a/b.md#c">ok</a><a href="#c">ok</a><a href="">ok</a><a href="?q=1&copy=2">ok</a>
    <a href="a:b">x</a><a href="./a:b">ok</a><a href="C:\x">y</a>
    <a href="x" target=_blank rel=opener ping=https://evil.example download>x</a>
    <a href=x onclick=alert(1) onfocus=alert(1) autofocus tabindex=1>x</a>
    <a href="https://ok.example/" rel="opener" target="_top">x</a>
    <a href="a" href="javascript:alert(1)">x</a>
    <a id=config><a id=config name=url href="x">y</a>
    <a name="top"></a><a name="cb:search"></a><a name="bad name"></a>
    <a href=x>one<a href=y>two</a>three</a>
    <a href=x><div><a href=y>z</a></div></a>
    <a href=x><table><tr><td><a href=y>z</a></table></a>
    <div id="cb:search">x</div><div id="CB:nav">y</div><div id="&#99;b:toc">z</div>
    <div id=a></div><div id=a></div><div id=""></div><div id="a b"></div><div id="größe-１">x</div>
    <div id="<script>">x</div><div id='"'>y</div>
    <div class="overlay modal">x</div><div class="admonition note fixed">y</div>
    <code class="language-c++ hljs">x</code><a class="md-button md-button--primary" href=x>y</a>
    <div style="position:fixed;inset:0">x</div>
    <div style="background:url(javascript:alert(1))" title='a"b'>x</div>
    <div title="&quot;><script>alert(1)</script>">x</div>
    <div title="a&#x202E;b&#8238;c" aria-label="x&#x2066;y">x</div>
    <div data-x=1 hx-get=/x v-html=x @click=x :href=x x-data="{}" is=x nonce=x slot=y>x</div>
    <div contenteditable popover=auto accesskey=x draggable hidden inert itemscope>x</div>
    <div xmlns="http://www.w3.org/2000/svg" xlink:href=x xml:lang=de lang=de dir=rtl>x</div>
    <div lang="<b>" dir=sideways align=justify role=button aria-hidden=maybe>x</div>
    <p align=CENTER role=note>x</p>
    <form action="javascript:alert(1)"><input type=submit><button formaction=x>y</button></form>
    <input type=checkbox checked onfocus=alert(1) autofocus>
    <button onclick=alert(1)>x</button><label for=x>y</label>
    <isindex action=javascript:alert(1) type=image><keygen autofocus onfocus=alert(1)>
    <link rel=stylesheet href=//evil.example/x.css><meta http-equiv=refresh content="0;url=javascript:alert(1)">
    <base href="https://evil.example/"><a href=x>y</a>
    <body onload=alert(1)><html onclick=alert(1)><head>
    <frameset><frame src="javascript:alert(1)"></frameset>
    <marquee onstart=alert(1)>x</marquee><blink>y</blink><center>z</center><font color=red>w</font>
    <details open ontoggle=alert(1)><summary>x</summary>y</details>
    <details/open/ontoggle=alert(1)>x
    <dialog open>x</dialog><menu><li>y</menu>
    <bgsound src="javascript:alert(1)"><layer src=x></layer><applet code=x></applet>
    <portal src=x></portal><fencedframe></fencedframe><slot name=x></slot>
    <x onclick=alert(1)>x</x><x-y is=x>y</x-y><foo:bar>z</foo:bar>
    <!-- a --><!--><b>b</b><!---><i>i</i><!-- x --!><u>u</u><!-- <script>alert(1)</script> -->
    <!--<img src="--><img src=x onerror=alert(1)//">
    <!-- unclosed <b>x</b>
    <!--[if IE]><script>alert(1)</script><![endif]-->after
    <!DOCTYPE html><?xml version="1.0"?><?php echo 1 ?>after
    <![CDATA[<script>alert(1)</script>]]>after
    <!ENTITY x "<script>">after</!x></ >more</>
    <? <img src=x onerror=alert(1)> ?>
    </script></style></p></br></x></ x>after
    < script>alert(1)</ script>a < b > c <3 <- << >> <
    <b
    <b <script>alert(1)</script>
    <a href="x>unclosed</a><script>alert(1)</script>
    <a href=x␤title=y>x</a␤>
    <div/id=a/class=grid/>x</div>
    <DIV ID=A><SpAn>x</sPaN></dIv>
    <b><i>x</b>y</i>z
    <b><p>x</b>y</p>z
    <p><b>x</p>y</b>z
    <p>one<p>two<div>three</p>four</div>
    <p><span><div>x</div>y</span>z
    <h1>a<h2>b</h1>c</h3>d
    <h1><span><h2>a</h2></span></h1>
    <ul><li>a<li>b<ul><li>c</ul>d</ul><li>stray</li>
    <ul>text<div><li>a</div><li>b</ul>
    <ul><li><div><li>a</div></ul><ol start=-3 reversed type=i><li value=7>x</ol>
    <dl><dt>a<dd>b<div><dt>c</div><dd>d</dl><dt>stray
    <dl><div><dt>a<dd>b</div><div><dt>c</div></dl>
    <dl><dt><div><dt>x</div></dl>
    <td>stray</td><tr><td>x</tr><tbody><caption>y
    <table>text<tr>text<td>a<td>b<tr><th>c</table>d
    <table><b>x<tr><td>y</b>z</table>
    <table><tr><td><table><td>x</table>y<tr><td>z</table>
    <table><caption>a<td>b<col span=2><thead><tr><th>c<tfoot><tr><td>d</table>
    <table><colgroup><col><b>x</b></colgroup><p>y</table>
    <table><table><tr><td>x</table></table>
    <table><tr><td><p>a<td></p>b</div></table></td>c
    <table><tr><script>alert(1)</script><td>x</td><style>y</style></tr></table>
    <table><tr><svg><td>x</svg></td><td>y</table>
    <table><td colspan=0 rowspan=1001 headers="a b" scope=ROW>x<td colspan=2 rowspan=3>y</table>
    <ruby>a<rp>(<rt>b<rp>)</ruby><rt>stray<ruby><b><rt>x</b></ruby>
    <pre>␤␤x␤</pre><pre>␤</pre><pre><b>␤x</b></pre><pre></pre>␤x
    <pre><code class=language-sh>a &lt;b&gt; &amp;amp; "c" 'd'</code></pre>
    <q cite="javascript:alert(1)">x</q><del cite=a.md>y</del><ins cite="https://a.example">z</ins>
    <time datetime="2026-01-01T00:00:00Z">x</time><time datetime="<b>">y</time>
    <abbr title=x>y</abbr><bdo dir=rtl>z</bdo><wbr><hr><br/><hr></hr><br></br>
    &lt;script&gt;alert(1)&lt;/script&gt; &copy; &unknown; &#60; &#x3c; &#; &; & &copy 2026 &#9999999999;
    ␀<␀script>alert(1)</␀script>
    <scri␀pt>alert(1)</scri␀pt><b␀>x
    <img src="x␀" alt="a␀b" title=␀>
    <div><div><div></span></div>x</div></div></div></div>y
    <blockquote>a<p>b<blockquote>c</p>d</blockquote>e<figure><figcaption>f<p>g</figure>h
    <b><b><b><b><b><b>x</b></b></b>y</b></b></b>z
    <div><svg><div>x</svg>y</div>z<math><b>u
    <section>a</section><nav><p>b</nav><header>c<main>d
    """#
}
