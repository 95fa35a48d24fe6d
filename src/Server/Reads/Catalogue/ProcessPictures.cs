using System.Collections.Concurrent;
using Approvals.Cases;
using Approvals.Cases.Handling;
using Approvals.Server.Components.Steps;
using Approvals.Server.Pages.Public.Items;
using Approvals.Server.Storage.Reads;
using Approvals.Workflow.Diagram;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Catalogue;

/// <summary>
/// The processes of the case types as the public sees them. A deployed definition never changes, so each is drawn once.
/// </summary>
public sealed class ProcessPictures(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<long, ItemProcess> drawn = new();

    /// <summary>The newest deployment of the type's process; null when it has none.</summary>
    public async Task<ItemProcess?> FindAsync(CaseType type, CancellationToken cancellation)
    {
        if (!CaseTurns.HasProcess(type))
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        var reads = scope.ServiceProvider.GetRequiredService<PlatformReads>();
        var process = CaseTurns.ProcessOf(type);
        var deployed = reads.Definitions.Where(row => row.ProcessId == process).OrderByDescending(row => row.Version);
        var key = await deployed.Select(row => (long?)row.Key).FirstOrDefaultAsync(cancellation);
        if (key is not { } newest)
        {
            return null;
        }

        if (drawn.TryGetValue(newest, out var picture))
        {
            return picture;
        }

        var definition = await deployed.FirstAsync(cancellation);
        return drawn.GetOrAdd(definition.Key, Draw(definition));
    }

    private static ItemProcess Draw(DefinitionRead definition)
    {
        var diagram = DiagramReader.Read(definition.Xml);
        var names = ProcessSteps.From(diagram, DiagramState.None).Select(step => step.Name).ToList();
        var sentence = string.Join("、", names);
        var state = new DiagramState(definition.Name ?? definition.ProcessId, sentence);
        var svg = DiagramSvg.Render(
            diagram,
            state,
            DiagramOptions.Page with
            {
                TaskMarkers = false,
                IdPrefix = "process",
            }
        );
        return new ItemProcess(svg, new StepsView([.. names.Select(name => new Step(name, StepState.Todo))]));
    }
}
