/** How the report looks, on a screen and on paper. No font or image is fetched. */
export const STYLE = `
:root{--ink:#1d2430;--soft:#5c6675;--line:#dfe3e9;--paper:#fff;--ground:#f4f5f7;--error:#b3261e;--warning:#9a5b00;--note:#46607a;--good:#1f7a4d}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",system-ui,sans-serif}
main{max-width:960px;margin:0 auto;padding:40px 28px 64px;background:var(--paper)}
header{border-bottom:3px solid var(--ink);padding-bottom:18px}
.kicker{margin:0;color:var(--soft);letter-spacing:.12em;font-size:13px}
h1{margin:4px 0 8px;font-size:27px;line-height:1.3}
h2{margin:40px 0 14px;font-size:19px;border-left:5px solid var(--ink);padding-left:11px;line-height:1.3}
h3{margin:0;font-size:15.5px;font-weight:600;line-height:1.55}
.source{margin:0;color:var(--soft);font-size:12.5px;overflow-wrap:anywhere}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:12px;margin:22px 0 0}
.tile{border:1px solid var(--line);border-radius:8px;padding:11px 14px}
.tile b{display:block;font-size:24px;line-height:1.25;font-variant-numeric:tabular-nums}
.tile span{color:var(--soft);font-size:13px}
.finding{border:1px solid var(--line);border-left:5px solid var(--tone);border-radius:6px;padding:13px 17px;margin:12px 0;break-inside:avoid}
.error{--tone:var(--error)}.warning{--tone:var(--warning)}.note{--tone:var(--note)}
.badge{display:inline-block;background:var(--tone);color:#fff;border-radius:3px;font-size:12px;padding:0 8px;margin-right:8px;font-weight:400}
.where{color:var(--soft);font-size:13px;margin:3px 0 0}
.evidence{margin:11px 0 0;padding-top:9px;border-top:1px dashed var(--line)}
.rule{margin:0 0 5px;color:var(--soft);font-size:13px}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(270px,1fr));gap:12px}
.side{background:var(--ground);border-radius:5px;padding:9px 13px}
.side h4{margin:0 0 4px;font-size:12.5px;color:var(--soft);font-weight:600;letter-spacing:.08em}
blockquote{margin:0 0 4px}
table{border-collapse:collapse;width:100%;font-size:13.5px}
th{text-align:left;color:var(--soft);font-weight:600;border-bottom:2px solid var(--line);padding:6px 9px}
td{border-bottom:1px solid var(--line);padding:5px 9px;vertical-align:top}
.sum{max-width:720px}.sum td{border-bottom:0;padding:2px 9px 2px 0}.sum .total td{border-bottom:1px solid var(--ink)}
.sign{width:1.4em;color:var(--soft)}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.p{color:var(--soft);white-space:nowrap;text-align:right}
.verdict{margin:5px 0 0;font-size:13.5px}
.verdict b{font-variant-numeric:tabular-nums}
.bar{display:inline-block;width:74px;height:7px;border-radius:4px;background:var(--line);vertical-align:middle;margin-right:8px;overflow:hidden}
.bar i{display:block;height:100%;background:var(--good)}
.muted{color:var(--soft)}.missing td{color:var(--warning)}.small{font-size:12.5px;color:var(--soft)}
.clean{border:1px solid var(--good);border-radius:6px;padding:12px 16px;color:var(--good)}
details{margin:8px 0}summary{cursor:pointer}
footer{margin-top:44px;border-top:1px solid var(--line);padding-top:12px;color:var(--soft);font-size:12.5px}
footer p{margin:3px 0}
@media print{body{background:#fff;font-size:12px}main{max-width:none;padding:0}details>*{display:block}a{color:inherit}}
`
