using Approvals.Bidding.Handling;
using Approvals.Bidding.Rules;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Storage;

/// <summary>Everything of tenders that stands on the platform's writer: the rules, the records, and the turns of people, holders and the gateway.</summary>
public sealed class TenderRoom
{
    public TenderRoom(Func<WorkingCalendar> calendar, ProcessRuntime runtime)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "tenders", "rules.json"));
        Store = new TenderStore(TenderRules.Read(file), calendar);
        Process = new TenderProcess(Store, Records, runtime);
        Turns = new TenderTurns(Store, Records, Process, runtime);
        Holders = new HolderTurns(Store, Records, Process);
        Gateway = new Gateway(Records);
        Clarifications = new Clarifications(Store);
    }

    public TenderStore Store { get; }

    public TenderRecords Records { get; } = new();

    public TenderProcess Process { get; }

    public TenderTurns Turns { get; }

    public HolderTurns Holders { get; }

    public Gateway Gateway { get; }

    public Clarifications Clarifications { get; }
}
