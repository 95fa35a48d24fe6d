using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>What workers make after the commit: notices and the licence. A repeated report of the same paper changes nothing.</summary>
internal static class Papers
{
    public static Decision Decide(CaseState state, RecordNotice command, CaseContext context)
    {
        if (Guard.System(context) is { } rejection)
        {
            return rejection;
        }

        if (!state.NoticeNumbers.TryGetValue(command.Kind, out var number))
        {
            return Rejection.Of("case.notice-unnumbered", ("kind", command.Kind.ToString()));
        }

        if (state.Notices.TryGetValue(command.Kind, out var present))
        {
            return present == command.Document
                ? Decision.Nothing
                : Rejection.Of("case.notice-exists", ("number", number));
        }

        return new NoticeIssued(context.Now, command.Kind, number, command.Document);
    }

    public static Decision Decide(CaseState state, IssueLicence command, CaseContext context)
    {
        if (Guard.System(context) is { } rejection)
        {
            return rejection;
        }

        if (state.Licence is not { } terms || terms.Identifier != command.Identifier)
        {
            return Rejection.Of("case.licence-not-approved", ("identifier", command.Identifier));
        }

        if (state.LicenceDocument is { } present)
        {
            return present == command.Document
                ? Decision.Nothing
                : Rejection.Of("case.licence-exists", ("number", terms.Number));
        }

        return Guard.Stage(state, CaseStage.Approved) is { } wrong
            ? wrong
            : new LicenceIssued(context.Now, terms, command.Document);
    }
}
