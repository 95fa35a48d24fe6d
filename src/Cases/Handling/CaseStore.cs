using Approvals.Cases.Catalogue;
using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>
/// One case command inside a turn, without the process: load, decide, append, project. What belongs to the event — documents,
/// messages, rows — is written with it.
/// </summary>
public sealed class CaseStore(ItemVersions items, Func<WorkingCalendar>? calendar = null)
{
    public ItemVersions Items { get; } = items;

    /// <summary>Begins a case of an item version.</summary>
    public (LoadedCase? Case, Rejection? Rejection) Submit(TurnScope scope, ItemVersion item, SubmitCase command)
    {
        var key = scope.NewKey();
        return Apply(scope, null, key, item, command, scope.Actor);
    }

    /// <summary>Gives a case a command on behalf of <paramref name="actor"/>.</summary>
    public (LoadedCase? Case, Rejection? Rejection) Execute(
        TurnScope scope,
        long key,
        CaseCommand command,
        Actor? actor = null
    )
    {
        if (LoadedCase.Find(scope.Session, key) is not { } loaded)
        {
            return (null, Rejection.Of("case.unknown"));
        }

        var item = Items.Get(scope.Session, loaded.State.ItemCode, loaded.State.ItemVersion);
        return Apply(scope, loaded, key, item, command, actor ?? scope.Actor);
    }

    /// <summary>Whose series a paper's number is of: the unit that has the case, and for what ends a licence the one that decided.</summary>
    private static string? Numbering(CaseState? state, CaseCommand command) =>
        command is WithdrawLicence ? state?.DecidingUnit ?? state?.Unit : state?.Unit;

    private (LoadedCase? Case, Rejection? Rejection) Apply(
        TurnScope scope,
        LoadedCase? loaded,
        long key,
        ItemVersion item,
        CaseCommand command,
        Actor actor
    )
    {
        var unit = Organisation.Unit(
            scope.Session,
            Numbering(loaded?.State, command) ?? item.Item.Handling?.Referral?.FirstUnit ?? item.Item.Unit
        );
        var context = new CaseContext(scope.Now, actor, item, unit, key, Calendar: calendar?.Invoke());
        if (CaseDecider.SeriesOf(command, context) is { } series)
        {
            context = context with { Sequence = Counters.Next(scope.Session, series) };
        }

        var decision = CaseDecider.Decide(loaded?.State, command, context);
        if (decision.Rejection is { } rejection)
        {
            return (null, rejection);
        }

        foreach (var happened in decision.Events)
        {
            var isNew = loaded is null;
            loaded = loaded is null
                ? new LoadedCase(CaseEvolution.Evolve(null, happened), Rows.CaseProjection.Apply(null, happened), 1)
                : loaded.With(happened);
            scope.Append(
                key,
                loaded.Version,
                Events.CaseEventCodec.TypeNameOf(happened),
                Events.CaseEventCodec.SchemaVersion,
                Events.CaseEventCodec.Write(happened)
            );
            if (isNew)
            {
                CaseRows.Add(scope.Session, loaded.Row);
            }

            CaseUnits.Write(scope.Session, loaded, happened, item.Item);
            CaseDocuments.Write(scope.Session, scope.Now, loaded, happened, item.Item);
            CaseMessaging.Tell(scope, loaded, happened, item.Item);
            CaseFigures.Write(scope.Session, loaded, happened);
            Alarms.Watch(scope, loaded, happened);
        }

        if (decision.Events.OfType<Events.LicenceIssued>().Any())
        {
            LicenceRegister.Renew(this, scope, loaded!);
        }

        if (decision.Events.Count > 0)
        {
            CaseRows.Change(scope.Session, loaded!.Row);
        }

        return (loaded, null);
    }
}
