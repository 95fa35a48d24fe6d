using System.Collections.Immutable;
using Approvals.Bidding.Rules;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Tenders;

/// <summary>A line of a tender's calendar: the last (or for <see cref="RuleKind.AtLeast"/> the first possible) day, and why.</summary>
public sealed record CalendarLine(string Id, RuleDate Date);

/// <summary>Every deadline of a tender, computed from the rules with their articles.</summary>
public static class TenderCalendar
{
    /// <summary>In the order of days. What isn't known yet has no line.</summary>
    /// <param name="now">Stands for the publication while there is none.</param>
    public static ImmutableArray<CalendarLine> Of(
        TenderRules rules,
        WorkingCalendar calendar,
        TenderState state,
        DateTimeOffset now
    )
    {
        var lines = new List<CalendarLine>();
        if (state.File is { } file)
        {
            var published = CivilTime.DateOf(state.PublishedAt ?? now);
            var deadline = CivilTime.DateOf(file.Deadline);
            if (state.Declaration.Kind == TenderKind.Purchasing)
            {
                Add("documents-provided", published);
                Add("bidding-period-purchasing", published);
            }
            else
            {
                Add("documents-on-sale", published);
                Add("bidding-period", published);
            }

            Add("clarification", deadline);
            Add("objection-to-documents", deadline);
        }

        if (state.Publicity is { } publicity)
        {
            Add("publicity-lasts", CivilTime.DateOf(publicity.At));
            Add("complaint", CivilTime.DateOf(publicity.At));
        }

        if (state.AwardedAt is { } awarded)
        {
            Add("contract", CivilTime.DateOf(awarded));
            Add("report", CivilTime.DateOf(awarded));
        }

        if (state.Contract is { } contract)
        {
            Add(RefundRule(state), CivilTime.DateOf(contract.At));
        }

        if (state.Archive is { } archive)
        {
            Add("archive", CivilTime.DateOf(archive.At));
        }

        return [.. lines.OrderBy(line => line.Date.Day)];

        void Add(string id, DateOnly anchor) => lines.Add(new CalendarLine(id, rules.DateOf(id, anchor, calendar)));
    }

    /// <summary>The first day on which the deadline may fall when the notice comes out on <paramref name="published"/>.</summary>
    public static RuleDate EarliestDeadline(
        TenderRules rules,
        WorkingCalendar calendar,
        TenderKind kind,
        DateOnly published
    ) =>
        rules.DateOf(
            kind == TenderKind.Purchasing ? "bidding-period-purchasing" : "bidding-period",
            published,
            calendar
        );

    public static string RefundRule(TenderState state) =>
        state.Declaration.Kind == TenderKind.Purchasing ? "refund-purchasing" : "refund-contract";
}
