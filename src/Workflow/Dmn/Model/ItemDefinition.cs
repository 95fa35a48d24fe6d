using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Dmn.Model;

/// <summary>
/// A type of the model (§7.3.2): a restriction of <see cref="TypeRef"/>, a structure of components, or a function. Allowed
/// values hold for each item of a collection, the type constraint for the collection as a whole.
/// </summary>
public sealed record ItemDefinition(string? Id, string Name, SourcePosition Position)
{
    public string? TypeRef { get; init; }
    public bool IsCollection { get; init; }
    public ModelText? AllowedValues { get; init; }
    public ModelText? TypeConstraint { get; init; }
    public ImmutableArray<ItemDefinition> Components { get; init; } = [];
    public FunctionItem? Function { get; init; }
}

/// <summary>The signature of a function type (§7.3.2.3).</summary>
public sealed record FunctionItem(string? OutputTypeRef, ImmutableArray<InformationItem> Parameters);

/// <summary>A name with an optional type: a variable, a parameter or a column (§7.3.4).</summary>
public sealed record InformationItem(string Name, string? TypeRef);

/// <summary>FEEL text of the file, with the element that bears it.</summary>
public sealed record ModelText(string? ElementId, string Text, SourcePosition Position);
