/// The style of all pages, after the look of the NHS digital service manual.
///
/// Colours and spaces are its; the typeface is the system's where Frutiger is not there, as no page
/// loads anything. Light and dark follow the reader's system; every pair of text and ground has a
/// contrast of at least 4.5:1, every mark of a chart 3:1 (WCAG 2.2 AA).
enum PageStyle {
  /// The text between `<style>` and `</style>`.
  static let text = colours + base + parts + tables + charts + report + narrow + paper

  private static let colours = """
    :root{color-scheme:light;--ink:#212b32;--quiet:#4c6272;--ground:#f0f4f5;--card:#fff;\
    --line:#aeb7bd;--link:#005eb8;--band:#005eb8;--button:#007f3b;--on:#fff;--error:#d5281b;\
    --high:#d5281b;--medium:#005eb8;--low:#768692;--good:#007f3b;--rest:#d8dde0;--hover:#e8edee;\
    --callout:#fff9c4;--edge:#4c6272}
    @media (prefers-color-scheme:dark){:root{color-scheme:dark;--ink:#f0f4f5;--quiet:#b8c4ca;\
    --ground:#16191b;--card:#212b32;--line:#4c6272;--link:#8ec5f5;--band:#003087;\
    --button:#00703c;--error:#ff9a8f;--high:#ff7a6c;--medium:#69b1f0;--low:#aeb7bd;\
    --good:#4cc383;--rest:#4c6272;--hover:#2d3a43;--callout:#3d3a1c;--edge:#aeb7bd}}

    """

  private static let base = """
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem}
    body{margin:0;font:1rem/1.5 "Frutiger W01",Arial,sans-serif;color:var(--ink);\
    background:var(--ground);overflow-wrap:break-word}
    h1,h2,h3{line-height:1.25;margin:0}
    h1{font-size:2rem}h2{font-size:1.5rem;margin:2.5rem 0 1rem}h3{font-size:1.1875rem;\
    margin:1.5rem 0 .5rem}
    p,ul,ol,dl{margin:0 0 1rem;max-width:44rem}
    li{margin-bottom:.35rem}
    a{color:var(--link)}
    a:focus,button:focus-visible,input:focus,select:focus,summary:focus-visible,\
    [tabindex]:focus-visible{outline:4px solid #ffeb3b;outline-offset:0;box-shadow:0 0 0 6px #212b32}
    a:focus{background:#ffeb3b;color:#212b32}
    code{font:.9375em ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
    .wide{max-width:75rem;margin:0 auto;padding:0 1rem}
    main{padding-bottom:3rem}
    .skip{position:absolute;left:-999rem;padding:.5rem 1rem}
    .skip:focus{left:1rem;top:.5rem}
    .visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;\
    clip-path:inset(50%);white-space:nowrap}
    [hidden]{display:none!important}

    """

  private static let parts = """
    .band{background:var(--band);color:#fff;padding:1.5rem 0}
    .band p{margin:.25rem 0 0;color:#fff}
    .contents{background:var(--card);border-bottom:1px solid var(--line)}
    .contents ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.25rem;padding:.25rem 0;\
    margin:0 auto;max-width:none}
    .contents li{margin:0}
    .contents a{display:inline-block;padding:.5rem 0}
    .card{background:var(--card);border:1px solid var(--line);padding:1.25rem;margin-bottom:1.5rem}
    .card>h3:first-child{margin-top:0}
    .grid{columns:2 28rem;column-gap:1.5rem}
    .grid>.card{break-inside:avoid}
    .callout{background:var(--callout);border-left:8px solid #ffb81c;padding:1rem 1.25rem;\
    margin:1.5rem 0}
    .callout p:last-child{margin:0}
    .figures{list-style:none;padding:0;display:grid;max-width:none;gap:1rem;\
    grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr))}
    .figures li{background:var(--card);border:1px solid var(--line);border-top:4px solid \
    var(--band);padding:.75rem 1rem;margin:0}
    .figures strong{display:block;font-size:1.75rem;line-height:1.2;\
    font-variant-numeric:tabular-nums}
    .tag{display:inline-block;padding:0 .5rem;border:1px solid currentColor;font-weight:600;\
    font-size:.875rem;white-space:nowrap;background:var(--card)}
    .tag.high{color:var(--error)}.tag.medium{color:var(--link)}.tag.low{color:var(--quiet)}
    .note{color:var(--quiet);font-size:.9375rem}
    footer{border-top:4px solid var(--band);background:var(--card);padding:1rem 0 2rem}
    summary{cursor:pointer;color:var(--link);text-decoration:underline;padding:.25rem 0}

    """

  private static let tables = """
    .scroll{overflow:auto;max-height:max(36rem,85vh);margin-bottom:1rem;background:\
    linear-gradient(transparent,var(--over,var(--ground)) 60%) 0 100%/100% 2rem no-repeat local,\
    linear-gradient(transparent,var(--line)) 0 100%/100% .75rem no-repeat scroll}
    table{border-collapse:collapse;width:100%;font-size:.9375rem}
    caption{text-align:left;font-weight:600;padding:0 0 .5rem}
    th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid \
    var(--line)}
    th{font-weight:600}
    tbody th{font-weight:400}
    .scroll thead th{position:sticky;top:0;background:var(--over,var(--ground))}
    .card .scroll{--over:var(--card)}
    td:last-child,th:last-child{padding-right:0}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    th.n{white-space:normal}
    .hash{overflow-wrap:anywhere;font-size:.8125rem;min-width:12rem}

    """

  private static let charts = """
    .bars td.bar{width:45%;min-width:7rem;vertical-align:middle;padding-right:1rem}
    .bars svg{display:block;width:100%;height:1.125rem}
    .trend{margin:0 0 .75rem}.trend svg{display:block;width:100%;height:240px}
    .trend text{fill:var(--ink);font:.875rem "Frutiger W01",Arial,sans-serif}
    .trend line{stroke:var(--line)}
    .key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;\
    font-size:.9375rem}
    .key li{margin:0;display:flex;align-items:center;gap:.4rem}
    .key svg{width:1rem;height:1rem;flex:none}
    .f-high{fill:var(--high)}.f-medium{fill:var(--medium)}.f-low{fill:var(--low)}
    .f-good{fill:var(--good)}.f-rest{fill:var(--rest)}.f-mark{fill:var(--ink)}

    """

  private static let report = """
    .filters{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.75rem 1rem;\
    align-items:end;margin-bottom:1rem}
    label{display:block;font-weight:600;font-size:.9375rem}
    input,select{font:inherit;color:inherit;background:var(--card);width:100%;min-height:2.5rem;\
    border:2px solid var(--edge);padding:.25rem .5rem;border-radius:0}
    button{font:inherit;font-weight:600;min-height:2.5rem;padding:.35rem 1rem;cursor:pointer;\
    border:2px solid transparent;border-radius:4px;background:var(--button);color:var(--on);\
    box-shadow:0 3px 0 #00401e}
    button.second{background:var(--card);color:var(--link);border-color:currentColor;\
    box-shadow:none}
    button[disabled]{opacity:.55;cursor:default}
    .pager{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:1rem 0}
    .pager p{margin:0;flex:1 1 14rem}
    .pager select{width:auto}
    .list th button{all:unset;cursor:pointer;font-weight:600;color:var(--link);\
    text-decoration:underline;padding:.25rem 0;white-space:nowrap}
    .list th button:focus-visible{outline:4px solid #ffeb3b;box-shadow:0 0 0 6px #212b32}
    .list td button.open{all:unset;cursor:pointer;color:var(--link);text-decoration:underline;\
    min-height:1.5rem;overflow-wrap:anywhere}
    .list td button.open:focus-visible{outline:4px solid #ffeb3b;box-shadow:0 0 0 6px #212b32}
    .list tr.row{cursor:pointer}
    .list tr.row:hover{background:var(--hover)}
    .list td{overflow-wrap:anywhere}
    .list tr.more td{background:var(--hover);padding:1rem}
    .more dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;max-width:none}
    .more dt{font-weight:600}.more dd{margin:0;overflow-wrap:anywhere}
    .decide{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:end;border-top:1px solid \
    var(--line);padding-top:1rem}
    .decide>div{flex:1 1 11rem}
    .decided{font-weight:600}
    .error{color:var(--error);font-weight:600;flex-basis:100%;margin:0;\
    max-width:none}
    .more ul{list-style:none;margin:0;padding:0}.decided{margin-top:1rem}

    """

  private static let narrow = """
    @media screen and (max-width:48rem){h1{font-size:1.625rem}h2{font-size:1.375rem}
    .card{padding:1rem;margin-left:-.25rem;margin-right:-.25rem}
    .list,.list thead,.list tbody,.list tr,.list th,.list td{display:block}
    .list thead tr{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:center}
    .list thead tr::before{content:"Sort by"}
    .list th{border:0;padding:.25rem 0}.list .n{text-align:left}
    .list td{border:0;padding:.1rem 0}
    .list td[data-label]::before{content:attr(data-label) ": ";font-weight:600}
    .list tr{border-bottom:1px solid var(--line);padding:.75rem 0}
    .more dl{grid-template-columns:1fr}.more dt{margin-top:.35rem}
    .bars td.bar{min-width:4rem}th,td{padding-right:.5rem}}

    """

  private static let paper = """
    @media print{:root{color-scheme:light;--ink:#000;--ground:#fff;--card:#fff;--line:#aeb7bd;\
    --quiet:#4c6272;--link:#005eb8;--error:#d5281b;--high:#d5281b;--medium:#005eb8;\
    --low:#768692;--good:#007f3b;--rest:#d8dde0;--hover:#fff;--callout:#fff}
    html{font-size:10pt}.contents,.filters,.pager select,.decide,.skip,button.second,.no-print{\
    display:none!important}.band{color:#000;background:none;padding:0}.band p{color:#000}
    .scroll{max-height:none;overflow:visible;background:none}.card{border:0;padding:0;\
    break-inside:avoid}.list td,.list td button.open{overflow-wrap:break-word}
    h2,h3{break-after:avoid}tr{break-inside:avoid}
    svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
    """
}
