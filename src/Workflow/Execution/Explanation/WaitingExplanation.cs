using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Explanation;

/// <summary>
/// Why every token of an instance is where it is, and what would move it: element instances oldest first, tokens before joins,
/// tokens that are ready to move. A function of the state alone.
/// </summary>
/// <param name="Events">What the process as a whole also reacts to: the start events of its event sub-processes.</param>
public sealed record WaitingExplanation(ImmutableArray<WaitingToken> Tokens, ImmutableArray<WaitReason> Events)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static WaitingExplanation Of(ProcessInstanceState state)
    {
        var tokens = ImmutableArray.CreateBuilder<WaitingToken>();
        foreach (var instance in state.Elements.Items)
        {
            tokens.Add(
                new(
                    instance.Element.Id,
                    instance.Element.TypeName,
                    instance.Element.Name,
                    instance.Scope.Key,
                    instance.Key,
                    WaitReasons.Of(instance)
                )
            );
        }

        tokens.AddRange(JoinReasons.Of(state, state.Root));
        foreach (var instance in state.Elements.Items)
        {
            if (instance.Inner is { } inner)
            {
                tokens.AddRange(JoinReasons.Of(state, inner));
            }
        }

        for (var i = 0; i < state.Ready.Count; i++)
        {
            tokens.Add(Ready(state.Ready[i]));
        }

        return new(tokens.DrainToImmutable(), WaitReasons.Of((WaitOwner)state.Root));
    }

    /// <summary>
    /// <c>{"tokens":[{"element","type","name","scope","since","reasons":[{"code","parameters":{…},"moves":[…]}]}],"events":[…]}</c>;
    /// keys are texts.
    /// </summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("tokens");
            foreach (var token in Tokens)
            {
                Write(writer, token);
            }

            writer.WriteEndArray();
            Write(writer, "events", Events);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static WaitingToken Ready(Token token)
    {
        var scope = token.Scope;
        var flow = token.Flow == Token.NextRound ? null : scope.Definition.Flows[token.Flow];
        var element = flow is null ? scope.Owner!.Element : scope.Definition.Elements[flow.Target];
        var parameters = new Parameters().Text("flow", flow?.Id).Build();
        return new(
            element.Id,
            element.TypeName,
            element.Name,
            scope.Key,
            null,
            [new("ready", parameters, [nameof(Continue)])]
        );
    }

    private static void Write(Utf8JsonWriter writer, WaitingToken token)
    {
        writer.WriteStartObject();
        writer.WriteString("element", token.ElementId);
        writer.WriteString("type", token.ElementType);
        writer.WriteString("name", token.ElementName);
        writer.WriteString("scope", token.ScopeKey.ToString(CultureInfo.InvariantCulture));
        writer.WriteString("since", token.Since?.ToString(CultureInfo.InvariantCulture));
        Write(writer, "reasons", token.Reasons);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableArray<WaitReason> reasons)
    {
        writer.WriteStartArray(name);
        foreach (var reason in reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("code", reason.Code);
            writer.WritePropertyName("parameters");
            FeelJson.Write(writer, FeelValue.From(reason.Parameters));
            writer.WriteStartArray("moves");
            foreach (var move in reason.Moves)
            {
                writer.WriteStringValue(move);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
