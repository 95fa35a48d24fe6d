namespace Approvals.Workflow.Feel.Compilation;

/// <summary>
/// A binding the text makes: a variable in a slot, or the item of a filter, whose fields are names too. Inner ones first.
/// </summary>
internal sealed record LexicalScope(LexicalScope? Outer, string? Name, int Slot)
{
    public bool IsFilter => Name is null;
}
