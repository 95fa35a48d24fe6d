using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>What the pages of all verbs need: the case, the people to choose from, and the sending.</summary>
public sealed class VerbServices(
    WorkCaseQuery cases,
    ColleaguesQuery colleagues,
    StaffNames names,
    PageCommands commands,
    CurrentActor current,
    ITexts texts
)
{
    public WorkCaseQuery Cases { get; } = cases;

    public ColleaguesQuery Colleagues { get; } = colleagues;

    public StaffNames Names { get; } = names;

    public PageCommands Commands { get; } = commands;

    public CurrentActor Current { get; } = current;

    public ITexts Texts { get; } = texts;
}
