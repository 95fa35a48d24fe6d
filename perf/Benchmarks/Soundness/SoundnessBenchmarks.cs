using System.Globalization;
using System.Text;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Soundness;
using BenchmarkDotNet.Attributes;

namespace Approvals.Benchmarks.Soundness;

/// <summary>
/// The soundness check of about a hundred elements: ten branches of nine tasks side by side (10^10 states one by one), and ten tasks
/// side by side each of which can be left by its border towards an end of its own, so that the branches can't be folded away.
/// </summary>
public class SoundnessBenchmarks
{
    private readonly ProcessDefinition nested = Wide(branches: 10, tasks: 9, leaves: false);
    private readonly ProcessDefinition unnested = Wide(branches: 10, tasks: 7, leaves: true);

    [Benchmark]
    public SoundnessVerdict TenBranchesOfNine() => SoundnessCheck.Of(nested);

    [Benchmark]
    public SoundnessVerdict TenBranchesThatMayLeave() => SoundnessCheck.Of(unnested);

    private static ProcessDefinition Wide(int branches, int tasks, bool leaves)
    {
        var text = new StringBuilder(
            "<startEvent id=\"s\" /><parallelGateway id=\"fork\" /><inclusiveGateway id=\"join\" />"
        );
        text.Append("<endEvent id=\"e\" /><sequenceFlow id=\"fs\" sourceRef=\"s\" targetRef=\"fork\" />");
        text.Append("<sequenceFlow id=\"fe\" sourceRef=\"join\" targetRef=\"e\" />");
        for (var branch = 0; branch < branches; branch++)
        {
            var last = "fork";
            for (var task = 0; task < tasks; task++)
            {
                var id = $"t{branch}x{task}";
                text.Append(CultureInfo.InvariantCulture, $"<task id=\"{id}\" />");
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<sequenceFlow id=\"f{id}\" sourceRef=\"{last}\" targetRef=\"{id}\" />"
                );
                last = id;
            }

            text.Append(
                CultureInfo.InvariantCulture,
                $"<sequenceFlow id=\"j{branch}\" sourceRef=\"{last}\" targetRef=\"join\" />"
            );
            if (leaves)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<boundaryEvent id=\"b{branch}\" attachedToRef=\"{last}\"><signalEventDefinition /></boundaryEvent><endEvent id=\"e{branch}\" />"
                );
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<sequenceFlow id=\"l{branch}\" sourceRef=\"b{branch}\" targetRef=\"e{branch}\" />"
                );
            }
        }

        return BpmnReader
            .Read(
                $"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\">{text}</process></definitions>",
                BpmnRules.Structure
            )
            .Draft!.Processes[0];
    }
}
