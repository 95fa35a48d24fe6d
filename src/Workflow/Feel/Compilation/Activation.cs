namespace Approvals.Workflow.Feel.Compilation;

/// <summary>One run of a compiled tree: the outer scope, the environment, and the slots of its variables.</summary>
internal readonly struct Activation(IFeelScope scope, FeelEnvironment environment, FeelValue[] locals)
{
    public readonly IFeelScope Scope = scope;
    public readonly FeelEnvironment Environment = environment;
    public readonly FeelValue[] Locals = locals;
}
