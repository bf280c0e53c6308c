import Vocabulary

/// Content of each public class of attack on a page: each must come out as the text that it is.
enum XSSClasses {
  /// A few texts a class, put together from what cheat sheets describe.
  static let probes =
    [
      handlers, links, forms, loads, styles, vectors, markup, mutation, markdown, templates,
      mathematics, imitation,
    ].map { $0.joined(separator: "\n\n") } + direction

  private static let asset = HostileProject.asset.hex

  private static let handlers = [
    "<script>window.hit = 1</script><img src=x onerror='window.hit = 1'>",
    "<body onload=alert(1)><details open ontoggle=alert(1)><input autofocus onfocus=alert(1)>",
    "<ScRiPt\t>alert(1)</sCrIpT\n><img/src/onerror=alert(1)><video><source onerror=alert(1)>",
    "<div onpointerenter=alert(1) style='position:fixed;inset:0'>x</div>\" onmouseover=\"alert(1)",
  ]
  private static let links = [
    "[click](javascript:window.hit=1) <a href='javascript:window.hit=1'>x</a>",
    "[a](java\nscript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>)",
    "[d](vbscript:msgbox) <javascript:alert(1)> [e]: javascript:alert(1) \"x\"",
    "![](data:image/svg+xml,<svg onload=alert(1)>) <https://e.example/a> https://e.example/b",
  ]
  private static let forms = [
    "<form id=app name=body action=//e.example><input name=head><button>Submit</button></form>",
    "<div id=live></div><a id=live name=app></a><img name=forms><object name=getElementById>",
    "<base href='//e.example'><input name=attributes><form name=cookie><output id=location>",
  ]
  private static let loads = [
    "![x](https://e.example/track.png) ![y](//e.example/y.png) ![z](assets/\(asset))",
    "![w](assets/../x) ![v](/api/state) <img srcset='//e.example/1 1x'> <audio src=//e.example/a>",
    "<iframe src=//e.example></iframe><embed src=//e.example><object data=//e.example></object>",
    "<meta http-equiv=refresh content='0;url=//e.example'><link rel=prefetch href=//e.example>",
  ]
  private static let styles = [
    "<style>*{display:none}</style><link rel=stylesheet href=//e.example/x.css>",
    "<p style='background:url(//e.example)'>x</p><style>@import '//e.example';</style>",
    "<div class='button primary' style='position:fixed;top:0'>x</div>",
  ]
  private static let vectors = [
    "<svg><script>window.hit=1</script><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a><use href=//e.example#x></svg>",
    "<math><mtext></mtext><a xlink:href=javascript:alert(1)>x</a><maction actiontype=statusline>",
    "<svg><foreignObject><iframe srcdoc='<script>alert(1)</script>'></foreignObject></svg>",
  ]
  private static let markup = [
    "</code></pre></section></div></main><h1>Signed out. Enter your passphrase</h1>",
    "--><!-- <![CDATA[ ]]> <?xml version=1?> <!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
    "<template><script>alert(1)</script></template><slot name=x></slot><noscript><p title='</noscript>",
  ]
  private static let mutation = [
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "`<img src=x` `onerror=alert(1)>` [<img src=x](y \"onerror=alert(1)>\")",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'> <p title='`<img onerror=alert(1)`'>",
    "&lt;img src=x onerror=alert(1)&gt; &#60;script&#62;alert(1)&#60;/script&#62; &#x3c;svg&#x3e;",
  ]
  private static let markdown = [
    "[![](x)](javascript:alert(1)) **<b onclick=alert(1)>** | <td onclick=alert(1)> |\n|-|\n| `|` |",
    "```html\" onmouseover=\"alert(1)\n<script>alert(1)</script>\n```\n~~~<img src=x>\nx\n~~~",
    "# <img src=x onerror=alert(1)>\n\n> <script>\n> alert(1)\n> </script>\n\n1. <iframe>",
  ]
  private static let templates = [
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {{constructor.constructor('alert(1)')()}} ${alert`1`}",
    "__proto__ constructor.prototype [object Object] {{#each this}} v-on:click='alert(1)' ng-init='x'",
  ]
  private static let mathematics = [
    #"$\href{javascript:alert(1)}{x}$ $\url{javascript:alert(1)}$ $\htmlId{app}{x}$"#,
    #"$\includegraphics{https://e.example/x.png}$ $\htmlStyle{position:fixed}{x}$ $\message{x}$"#,
    #"$\def\x{\x\x}\x$ $\rule{9999em}{9999em}$ $\text{<img src=x onerror=alert(1)>}$ $\show\x$"#,
    #"$\htmlData{a=b}{x}$ $\htmlClass{button}{x}$ $\color{url(//e.example)}x$ $\char"202E abc$"#,
  ]
  private static let imitation = [
    "**Submit** `Enter` Keys Typing ✓ Saved 14:02 ⚠ Airlock isn't answering. Press 1 to 8.",
    "| Signed out | Enter your passphrase |\n|---|---|\n| [          ] | [ Sign in ] |",
  ]
  private static let direction = [
    "\u{202E}dellac \u{2066}x \u{200B}z\u{200D} \u{FEFF} " + String(repeating: "W", count: 3_000),
    "مرحبا \u{202D}abc\u{202C} שלום <b dir=rtl>x</b> \u{2067}"
      + String(repeating: "\u{0301}", count: 900),
  ]
}
