using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Runtime;

/// <summary>Inputs from JSON variables: texts become the temporal values that the declared types ask for.</summary>
internal sealed class JsonInputs(Invocable target, IFeelScope json) : IFeelScope
{
    public bool TryGetValue(string name, out FeelValue value)
    {
        var isThere = json.TryGetValue(name, out value);
        value = target.ReadInput(name, value);
        return isThere;
    }
}
