namespace Approvals.Workflow.Diagram;

/// <summary>
/// The one look of the process picture, as CSS. Pages include <see cref="Rules"/> in their theme and supply the
/// colours as custom properties; a file of its own carries both.
/// </summary>
public static class DiagramStyle
{
    /// <summary>Rules for everything under <c>.proc</c>: k shape, f flow, ah arrow head, gl glyph, sub small text, tok token.</summary>
    public const string Rules = """
        .proc{max-width:100%;height:auto}
        .proc text{font-family:var(--sans);font-size:15px;fill:var(--ink)} .proc .sub{font-size:12.5px;fill:var(--ink-2)} .proc text.todo{fill:var(--ink-2)} .proc text.now{font-weight:600} .proc text.tight{font-size:13px}
        .proc .k{fill:var(--sheet);stroke:var(--edge);stroke-width:1.25} .proc .k.done{fill:var(--jade-soft);stroke:var(--jade);stroke-width:1.5} .proc .k.now{fill:var(--sheet);stroke:var(--ink);stroke-width:2} .proc .k.skip{stroke-dasharray:4 3}
        .proc .k.box{fill:var(--sheet)} .proc .k.in{fill:none} .proc .k.thick{stroke-width:3} .proc .k.dash{stroke-dasharray:5 3} .proc .k.dots{stroke-dasharray:1.5 3.5;stroke-linecap:round} .proc .k.pool{fill:none;stroke:var(--rule)} .proc .k.head{fill:var(--paper-2);stroke:var(--rule)} .proc .k.group{fill:none;stroke-dasharray:8 4 2 4}
        .proc .f{fill:none;stroke:var(--edge);stroke-width:1.25} .proc .f.done{stroke:var(--jade);stroke-width:2} .proc .f.skip{stroke-dasharray:4 3} .proc .f.msg{stroke-dasharray:7 4} .proc .f.assoc{stroke-dasharray:1.5 3.5;stroke-linecap:round}
        .proc .ah{fill:var(--edge)} .proc .ah.done{fill:var(--jade)} .proc .ah.open{fill:none;stroke:var(--edge);stroke-width:1.25} .proc .ah.hollow{fill:var(--sheet);stroke:var(--edge);stroke-width:1.25} .proc .ah.hollow.done{stroke:var(--jade)}
        .proc .gl{fill:none;stroke:var(--ink-2);stroke-width:1.5} .proc .gl.done{stroke:var(--jade)} .proc .gl.fine{stroke-width:1.1} .proc .gl.solid{fill:var(--ink-2)} .proc .gl.solid.done{fill:var(--jade)} .proc .gl.cut,.proc .gl.cut.done{stroke:var(--sheet)} .proc .gl.todo{stroke:var(--edge)}
        .proc .tok{fill:var(--seal)} .proc .halo{fill:none;stroke:var(--seal);stroke-width:1;opacity:.45} .proc text.count{font-size:11px;font-weight:600;fill:var(--sheet)}
        .proc .chk{fill:var(--jade)} .proc .tick{fill:none;stroke:var(--sheet);stroke-width:1.8} .proc .sheet{fill:var(--sheet)}
        """;

    /// <summary>The colours and the face of a file of its own (paper, ink, seal and jade of the platform's theme).</summary>
    public const string Colours = """
        .proc{--sheet:#fff;--paper-2:#f3efe5;--rule:#ddd6c6;--ink:#14233b;--ink-2:#435069;--edge:#7c8596;--seal:#b4231b;--jade:#23704f;--jade-soft:#ddede4;--sans:"PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
        """;
}
