using Approvals.Bidding.Rules;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Bidding.Handling;

/// <summary>One tender command inside a turn, without the process: load, decide, append, project.</summary>
public sealed class TenderStore(TenderRules rules, Func<WorkingCalendar> calendar)
{
    public TenderRules Rules { get; } = rules;

    public WorkingCalendar Calendar => calendar();

    /// <summary>Declares a tender under the next number of the year.</summary>
    public (LoadedTender? Tender, Rejection? Rejection) Declare(TurnScope scope, Declaration declaration)
    {
        var year = CivilTime.DateOf(scope.Now).Year;
        var command = new DeclareTender(
            scope.NewKey(),
            scope.NewKey(),
            TenderRows.CountOf(scope.Session, year) + 1,
            declaration
        );
        return Apply(scope, null, command, scope.Actor);
    }

    public (LoadedTender? Tender, Rejection? Rejection) Execute(
        TurnScope scope,
        long key,
        TenderCommand command,
        Actor? actor = null
    ) => Apply(scope, LoadedTender.Find(scope.Session, key), command, actor ?? scope.Actor);

    private (LoadedTender?, Rejection?) Apply(TurnScope scope, LoadedTender? loaded, TenderCommand command, Actor actor)
    {
        var context = new TenderContext(scope.Now, actor, Rules, Calendar);
        var decision = TenderDecider.Decide(loaded?.State, command, context);
        if (decision.Event is not { } happened)
        {
            return (null, decision.Rejection);
        }

        var state = TenderEvolution.Evolve(loaded?.State, happened);
        var version = (loaded?.Version ?? 0) + 1;
        scope.Append(
            state.Key,
            version,
            TenderEventCodec.TypeNameOf(happened),
            TenderEventCodec.SchemaVersion,
            TenderEventCodec.Write(happened)
        );
        TenderRows.Write(scope.Session, state, loaded is null, happened.At);
        return (new LoadedTender(state, version), null);
    }
}
