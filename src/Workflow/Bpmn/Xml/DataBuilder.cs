using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Reads data associations (BPMN §10.4.2) as assignments to variables: the transformation or the one source, then the assignments. What
/// a modeler draws only for the eye — no source, or a placeholder as the target — moves nothing.
/// </summary>
internal sealed class DataBuilder(DataIndex data, FeelCompiler feel, ProblemList problems)
{
    public ImmutableArray<DataAssociation> Inputs(BpmnNode node) =>
        Read(node, "dataInputAssociation", "loopDataInputRef");

    public ImmutableArray<DataAssociation> Outputs(BpmnNode node) =>
        Read(node, "dataOutputAssociation", "loopDataOutputRef");

    private ImmutableArray<DataAssociation> Read(BpmnNode node, string kind, string loopReference)
    {
        var associations = ImmutableArray.CreateBuilder<DataAssociation>();
        foreach (var association in node.All(BpmnNames.Bpmn, kind))
        {
            if (!IsForLoop(node, association, loopReference))
            {
                Read(association, associations);
            }
        }

        return associations.ToImmutable();
    }

    private void Read(BpmnNode association, ImmutableArray<DataAssociation>.Builder associations)
    {
        var source = data.Find(association.Bpmn("sourceRef")?.Text);
        var target = data.Find(association.Bpmn("targetRef")?.Text);
        var isReal = target is not null && !DataNames.IsPlaceholder(target);
        if (isReal && (source is not null || association.Bpmn("transformation") is not null))
        {
            if (source?.Name == "dataStoreReference" || target!.Name == "dataStoreReference")
            {
                problems.Add("data.store", association, "Data stores aren't executed: read and write them by a task.");
                return;
            }

            if (association.Bpmn("transformation") is not { } transformation)
            {
                associations.Add(
                    new(feel.Compile(association, DataNames.Variable(source!)), DataNames.Variable(target))
                );
            }
            else if (feel.Standard(transformation) is { } expression)
            {
                associations.Add(new(expression, DataNames.Variable(target)));
            }
        }

        foreach (var assignment in association.All(BpmnNames.Bpmn, "assignment"))
        {
            if (
                assignment.Bpmn("from") is { } from
                && assignment.Bpmn("to") is { } to
                && feel.Standard(from) is { } value
            )
            {
                associations.Add(new(value, TargetOf(to)));
            }
        }
    }

    private string TargetOf(BpmnNode to)
    {
        var name = to.Text.Trim().TrimStart('=').Trim();
        if (data.Find(name) is { } named)
        {
            return DataNames.Variable(named);
        }

        if (!DataNames.IsWord(name))
        {
            problems.Add("data.assignment", to, $"'{to.Text.Trim()}' is no name of a variable to assign to.");
        }

        return name;
    }

    /// <summary>The collections of a multi-instance activity belong to its body, not to each instance; see <see cref="LoopBuilder"/>.</summary>
    private static bool IsForLoop(BpmnNode node, BpmnNode association, string loopReference)
    {
        var end = loopReference == "loopDataInputRef" ? "targetRef" : "sourceRef";
        return node.Bpmn("multiInstanceLoopCharacteristics")?.Bpmn(loopReference) is { } loop
            && association.All(BpmnNames.Bpmn, end).Any(each => each.Text.Trim() == BpmnNode.Local(loop.Text));
    }
}
