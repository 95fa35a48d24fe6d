namespace Approvals.Workflow.Feel.Ast;

/// <summary>
/// A type as written (DMN 1.5 §10.3.1.2 rule 55): a name, `list&lt;T&gt;`, `range&lt;T&gt;`, `context&lt;a: T&gt;` or
/// `function&lt;T&gt; -> T`. <paramref name="Arguments"/> are the element, the entries' or the parameters' types.
/// </summary>
internal sealed record TypeName(
    string Name,
    IReadOnlyList<TypeName> Arguments,
    IReadOnlyList<string> Entries,
    TypeName? Result,
    int Position,
    int Length
);
