using Approvals.Server.Components.CaseFactsPicture;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.Waiting;

/// <summary>Why a token waits, as sentences of the reader's language.</summary>
public static class WaitingWords
{
    /// <summary>What has to happen first of all.</summary>
    public static Text Of(ITexts texts, WaitingFact fact) => Of(texts, fact.Step, fact.Cause);

    /// <summary>What else would take the token away, or an event of the whole process.</summary>
    public static Text OfEvent(ITexts texts, WaitingCause cause) =>
        cause.Event is null
            ? Of(texts, "", cause)
            : texts[
                $"waiting.{cause.Code}.event",
                ("event", texts.Data(cause.Event)),
                ("moment", cause.Due is { } due ? texts.Moment(due).Plain : ""),
                ("name", cause.Name),
                ("condition", cause.Condition)
            ];

    /// <summary>Who has to act now, for the applicant: no step of others, no inside of the process.</summary>
    /// <param name="unit">Short name of the unit that handles the case.</param>
    public static Text? ForApplicant(ITexts texts, WaitingFacts facts, string unit)
    {
        if (facts.IsOver)
        {
            return null;
        }

        if (facts.Tokens.FirstOrDefault(fact => IsApplicants(fact.Cause)) is { } mine)
        {
            return texts["waiting.mine.applicant", ("step", texts.Data(mine.Step))];
        }

        var code =
            facts.IsSuspended || facts.Tokens.Any(fact => fact.Cause.IsTrouble) ? "trouble"
            : facts.Tokens.Any(fact => fact.Cause.Code == "person") ? "staff"
            : facts.Tokens.Any(fact => fact.Cause.Code is "job" or "ready") ? "system"
            : "event";
        return texts["waiting.mine." + code, ("unit", texts.Data(unit))];
    }

    private static bool IsApplicants(WaitingCause cause) =>
        cause.Holder is Doer.Applicant
        || cause.Candidates is [WaitingWho.Person { Doer: Doer.Applicant }] && cause.Holder is null;

    private static Text Of(ITexts texts, string step, WaitingCause cause) =>
        texts[
            IdOf(step, cause),
            ("step", texts.Data(step)),
            ("who", Who(texts, cause)),
            ("moment", cause.Due is { } due ? texts.Moment(due).Plain : ""),
            ("retries", cause.Retries),
            ("name", cause.Name),
            ("key", cause.CorrelationKey),
            ("condition", cause.Condition),
            ("missing", Joined(texts, cause.Missing.Select(name => $"「{name}」"))),
            ("total", cause.Total),
            ("completed", cause.Completed),
            ("message", cause.Message)
        ];

    private static string IdOf(string step, WaitingCause cause) =>
        cause switch
        {
            { IsDeadlock: true } => "waiting.deadlock",
            { Code: "person", Holder: not null } => "waiting.person-held",
            { Code: "person", Candidates: [] } => "waiting.person-nobody",
            { Code: "job", Retries: 0 } => "waiting.job-stopped",
            { Code: "job", Due: not null } => "waiting.job-later",
            { Code: "message", CorrelationKey: not null } => "waiting.message-keyed",
            { Code: "rounds", Total: null } => "waiting.rounds-open",
            { Code: "join" } when step.Length == 0 => "waiting.join-unnamed",
            _ => "waiting." + cause.Code,
        };

    private static string Who(ITexts texts, WaitingCause cause) =>
        cause.Holder is { } holder
            ? DoerWords.Of(texts, holder)
            : Joined(
                texts,
                cause.Candidates.Select(who =>
                    who switch
                    {
                        WaitingWho.Person person => DoerWords.Of(texts, person.Doer),
                        WaitingWho.Group { Unit: { } unit } group => texts[
                            "waiting.who.group",
                            ("unit", unit),
                            ("role", Role(texts, group.Role))
                        ].Plain,
                        WaitingWho.Group group => texts["waiting.who.role", ("role", Role(texts, group.Role))].Plain,
                        _ => "",
                    }
                )
            );

    private static string Role(ITexts texts, string role) =>
        texts.Has("role." + role) ? texts["role." + role].Plain : role;

    private static string Joined(ITexts texts, IEnumerable<string> words) =>
        string.Join(texts["case.list-separator"].Plain, words);
}
