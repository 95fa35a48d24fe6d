using System.Globalization;
using Approvals.Workflow.Execution.Explanation;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Reads.Cases;

/// <summary>Puts names into the engine's explanation: of steps, people and groups.</summary>
internal sealed class WaitingReading(ProcessInstanceState state, TokenTimes times, Doers doers)
{
    public WaitingFacts Read()
    {
        var explained = WaitingExplanation.Of(state);
        var tokens = new List<WaitingFact>();
        foreach (var token in state.IsActive ? explained.Tokens : [])
        {
            var scope = ScopeOf(token.ScopeKey);
            var causes = token.Reasons.Where(reason => reason.Code is not ("inside" or "call")).ToList();
            var first = causes.FindIndex(reason => !IsBorder(reason, token));
            if (first >= 0)
            {
                tokens.Add(
                    new(
                        token.ElementId,
                        token.ElementName ?? token.ElementId,
                        times.SinceOf(token, scope),
                        Cause(causes[first], token, scope),
                        [.. causes.Where((_, place) => place != first).Select(reason => Cause(reason, token, scope))]
                    )
                );
            }
        }

        return new(
            tokens,
            state.IsActive ? [.. explained.Events.Select(reason => Cause(reason, null, state.Root))] : [],
            state.IsSuspended,
            !state.IsActive
        );
    }

    /// <summary>The event waits on the border of the element, not in it.</summary>
    private static bool IsBorder(WaitReason reason, WaitingToken token) =>
        Text(reason, "element") is { } element
        && element != token.ElementId
        && token.ElementType != "eventBasedGateway";

    private WaitingCause Cause(WaitReason reason, WaitingToken? token, ScopeState scope)
    {
        var element = Text(reason, "element");
        var isItself = element is null || element == token?.ElementId;
        return new(reason.Code)
        {
            Holder = Text(reason, "assignee") is { } assignee ? doers.Find(assignee) : null,
            Candidates =
            [
                .. Texts(reason, "candidateUsers").Select(user => new WaitingWho.Person(doers.Find(user))),
                .. Texts(reason, "candidateGroups").Select(doers.FindGroup),
            ],
            Event = isItself ? null : NameOf(element!),
            Due = Instant(reason, "due") ?? Instant(reason, "retryAt"),
            Name = Text(reason, "name") ?? Text(reason, "type") ?? Text(reason, "process"),
            CorrelationKey = Text(reason, "correlationKey"),
            Condition = Text(reason, "condition"),
            Missing = Missing(reason, scope),
            IsDeadlock = Flag(reason, "deadlock"),
            Total = Number(reason, "total"),
            Completed = Number(reason, "completed") ?? 0,
            Retries = Number(reason, "retries") ?? 0,
            Message = Text(reason, "message"),
            Resolution = Text(reason, "resolution"),
            Incident =
                reason.Code == "incident" ? long.Parse(Text(reason, "key")!, CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>The steps that can still deliver; of a deadlock those before the flows without a token that can't.</summary>
    private static List<string> Missing(WaitReason reason, ScopeState scope)
    {
        var expected = Items(reason, "expected")
            .Select(item => item.AsContext().TryGetValue("element", out var element) ? element.AsString() : "")
            .Select(scope.Definition.FindElement)
            .OfType<Workflow.Bpmn.Model.Element>()
            .ToList();
        if (expected.Count == 0 || Flag(reason, "deadlock"))
        {
            var lacking = Texts(reason, "lacks")
                .Select(scope.Definition.FindFlow)
                .OfType<Workflow.Bpmn.Model.SequenceFlow>()
                .Select(flow => scope.Definition.Elements[flow.Source]);
            expected = [.. lacking.Except(expected)];
        }

        return [.. expected.Select(element => element.Name ?? element.Id).Distinct(StringComparer.Ordinal)];
    }

    private ScopeState ScopeOf(long key) =>
        state.Elements.TryFind(key, out var owner) && owner.Inner is { } inner ? inner : state.Root;

    /// <summary>Of whatever definition in the instance knows the id.</summary>
    private string NameOf(string element)
    {
        if (state.Definition.FindElement(element) is { } own)
        {
            return own.Name ?? element;
        }

        foreach (var instance in state.Elements.Items)
        {
            if (instance.Definition.FindElement(element) is { } called)
            {
                return called.Name ?? element;
            }
        }

        return element;
    }

    private static FeelValue? Value(WaitReason reason, string name) =>
        reason.Parameters.TryGetValue(name, out var value) && value.Kind != FeelKind.Null ? value : null;

    private static string? Text(WaitReason reason, string name) =>
        Value(reason, name) is { Kind: FeelKind.String } text ? text.AsString() : null;

    private static bool Flag(WaitReason reason, string name) =>
        Value(reason, name) is { Kind: FeelKind.Boolean } flag && flag.AsBoolean();

    private static int? Number(WaitReason reason, string name) =>
        Value(reason, name) is { Kind: FeelKind.Number } number
            ? int.Parse(number.ToString(), CultureInfo.InvariantCulture)
            : null;

    private static DateTimeOffset? Instant(WaitReason reason, string name) =>
        Text(reason, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : null;

    private static IEnumerable<FeelValue> Items(WaitReason reason, string name) =>
        Value(reason, name) is { Kind: FeelKind.List } list ? list.AsList() : [];

    private static IEnumerable<string> Texts(WaitReason reason, string name) =>
        Items(reason, name).Select(item => item.AsString());
}
