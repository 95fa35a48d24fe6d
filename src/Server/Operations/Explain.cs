using System.Globalization;
using System.Text.Json;
using Approvals.Kernel;
using Approvals.Server.Components.Waiting;
using Approvals.Server.Storage;
using Approvals.Server.Texts;
using Approvals.Workflow.Execution.Explanation;

namespace Approvals.Server.Operations;

/// <summary>Says of every token of an instance why it is where it is, since when, and which commands would move it.</summary>
public sealed record Explain(long Instance) : Operation
{
    public override Task<OperationAnswer> RunAsync(Platform platform, Actor actor) =>
        Task.FromResult(
            platform.Readers.Read(session =>
                InstanceReading.Find(platform.Runtime.Definitions, session, Instance) is { } found
                    ? Answer(found)
                    : OperationAnswer.Refused(Rejection.Of("workflow.no-instance"))
            )
        );

    private static OperationAnswer Answer(InstanceReading instance)
    {
        var texts = OperatorTexts.English;
        var facts = instance.Waiting();
        var sentences = new List<string>();
        if (facts.IsSuspended)
        {
            sentences.Add(texts["waiting.suspended"].Plain);
        }

        foreach (var fact in facts.Tokens)
        {
            var since = fact.Since is { } at
                ? $" ({texts["waiting.since", ("moment", texts.Moment(at).Plain)].Plain})"
                : "";
            sentences.Add($"{fact.Element}: {WaitingWords.Of(texts, fact).Plain}{since}");
            sentences.AddRange(
                fact.Borders.Where(border => border.Event is not null)
                    .Select(border => "  " + WaitingWords.OfEvent(texts, border).Plain)
            );
        }

        if (sentences.Count == 0)
        {
            sentences.Add($"{texts["waiting.over"].Plain} The instance is {instance.Status}.");
        }

        using var explained = JsonDocument.Parse(WaitingExplanation.Of(instance.State).ToJson());
        return OperationAnswer.Of(
            string.Join('\n', sentences),
            new
            {
                instance = instance.Key.ToString(CultureInfo.InvariantCulture),
                process = instance.Deployment.ProcessId,
                version = instance.Deployment.Version,
                state = instance.Status,
                sentences,
                waiting = explained.RootElement.Clone(),
            }
        );
    }
}
