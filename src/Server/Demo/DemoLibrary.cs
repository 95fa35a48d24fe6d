using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Workflow.Library;

namespace Approvals.Server.Demo;

/// <summary>
/// What the demonstration's designer has begun: a draft of the committed case that warns a day later and tries its notices longer, ready to be
/// deployed, and a process that never was. Whoever has touched the draft keeps it.
/// </summary>
internal sealed class DemoLibrary(Platform platform)
{
    private const string Designer = "luchengzhi";
    private const string Committed = "committed";
    private const string TrialFolder = "试行";
    private const string Trial = "现场核查";

    public async Task SeedAsync(IReadOnlyDictionary<string, long> people)
    {
        if (people.TryGetValue(Designer, out var designer))
        {
            await platform.SendAsync(new Actor($"p:{designer}", []), Begin);
        }
    }

    private static TurnAnswer Begin(TurnScope scope)
    {
        if (
            LibraryReading.DefinedBy(scope.Session, DocumentKind.Process, Committed) is not { } key
            || LibraryReading.Find(scope.Session, key) is not { Revision: 1, Deleted: null } document
        )
        {
            return TurnAnswer.Done();
        }

        var draft = document
            .Content.Replace("remindBefore=\"3\"", "remindBefore=\"2\"", StringComparison.Ordinal)
            .Replace(
                "type=\"case.correction-notice\" retries=\"3\"",
                "type=\"case.correction-notice\" retries=\"5\"",
                StringComparison.Ordinal
            );
        if (draft == document.Content)
        {
            return TurnAnswer.Done();
        }

        var refusal = LibraryTurns.Save(scope, key, 1, draft).Refusal;
        if (refusal is null)
        {
            var content = DocumentTemplates.Of(DocumentKind.Process, Trial, scope.NewKey());
            var name = LibraryTurns.FreeName(scope, DocumentKind.Process, Trial, TrialFolder);
            refusal = LibraryTurns.Create(scope, DocumentKind.Process, name, TrialFolder, content).Refusal;
        }

        return refusal is null ? TurnAnswer.Done() : refusal;
    }
}
