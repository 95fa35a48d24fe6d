using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;

namespace Approvals.Server.Reads.Design;

/// <summary>Who changed or deployed something, by name; the platform itself and the command line have words of their own.</summary>
public sealed class DesignerNames(StaffNames staff, ITexts texts)
{
    public string Of(string actor) =>
        actor == "system:operator" ? texts["design.by-command-line"].Plain
        : actor.StartsWith("system:", StringComparison.Ordinal) ? texts["design.by-platform"].Plain
        : staff.PersonOf(actor);
}
