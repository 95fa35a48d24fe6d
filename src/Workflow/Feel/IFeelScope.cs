namespace Approvals.Workflow.Feel;

/// <summary>
/// Where an expression's free names come from. Names are asked for normalised: runs of white space are one space, none at
/// the ends.
/// </summary>
public interface IFeelScope
{
    bool TryGetValue(string name, out FeelValue value);
}
