namespace Approvals.Workflow.Bpmn.Xml.Schema;

/// <summary>Holds a file against the schema. Each fault is one problem at its place; checking goes on below it.</summary>
internal sealed class SchemaCheck(ProblemList problems)
{
    public const string Element = "schema.element";
    public const string Order = "schema.order";
    public const string Required = "schema.required";
    public const string Attribute = "schema.attribute";
    public const string Value = "schema.value";
    public const string Text = "schema.text";
    public const string Type = "schema.type";

    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";

    public static void Check(BpmnNode root, ProblemList problems) =>
        new SchemaCheck(problems).CheckNode(root, BpmnSchema.Definitions);

    private void CheckNode(BpmnNode node, SchemaType declared)
    {
        var type = ActualType(node, declared);
        CheckAttributes(node, type);
        if (type.Simple is { } simple)
        {
            CheckSimple(node, simple);
            return;
        }

        if (!type.IsMixed && !node.Text.AsSpan().Trim().IsEmpty)
        {
            problems.Add(Text, node, $"<{node.Name}> holds elements only, no text.");
        }

        if (type.Wildcard == Wildcard.None)
        {
            new ContentCheck(node, type, problems).Check(CheckNode);
        }
        else
        {
            CheckWildcard(node, type);
        }
    }

    private SchemaType ActualType(BpmnNode node, SchemaType declared)
    {
        var actual = declared;
        foreach (var attribute in node.Attributes)
        {
            if (attribute is { Namespace: BpmnNames.SchemaInstance, Name: "type" })
            {
                var (ns, name) = node.Resolve(attribute.Value.Trim());
                if (ns is null || BpmnSchema.Find(ns, name) is not { } named)
                {
                    problems.Add(Type, node, $"xsi:type=\"{attribute.Value}\" names no type of BPMN 2.0.");
                }
                else if (!named.IsA(declared))
                {
                    problems.Add(Type, node, $"<{node.Name}> can't be of the type '{attribute.Value}'.");
                }
                else
                {
                    actual = named;
                }
            }
        }

        if (actual.IsAbstract)
        {
            problems.Add(Type, node, $"<{node.Name}> needs an xsi:type that says what it is.");
        }

        return actual;
    }

    private void CheckAttributes(BpmnNode node, SchemaType type)
    {
        var required = 0;
        foreach (var attribute in node.Attributes)
        {
            if (attribute.Namespace.Length == 0)
            {
                if (!type.Attributes.TryGetValue(attribute.Name, out var known))
                {
                    problems.Add(Attribute, node, $"<{node.Name}> has no attribute '{attribute.Name}' in BPMN 2.0.");
                    continue;
                }

                required += known.IsRequired ? 1 : 0;
                if (known.Type.Complaint(node, attribute.Value) is { } complaint)
                {
                    problems.Add(Value, node, $"{attribute.Name}=\"{attribute.Value}\" is not {complaint}.");
                }
            }
            else if (attribute.Namespace == BpmnNames.SchemaInstance)
            {
                if (attribute.Name is not ("type" or "schemaLocation" or "noNamespaceSchemaLocation"))
                {
                    problems.Add(Attribute, node, $"xsi:{attribute.Name} can't stand on <{node.Name}>.");
                }
            }
            else if (!type.IsOpen || attribute.Namespace == type.TargetNamespace)
            {
                problems.Add(
                    Attribute,
                    node,
                    attribute.Namespace is BpmnNames.Bpmn
                        ? $"BPMN's own attribute '{attribute.Name}' stands without a prefix."
                        : $"<{node.Name}> takes no attributes of other namespaces, such as {(attribute.Namespace == XmlNamespace ? "xml:" : "")}{attribute.Name}."
                );
            }
        }

        if (required < type.RequiredAttributes.Length)
        {
            foreach (var name in type.RequiredAttributes.Where(name => node[name] is null))
            {
                problems.Add(Required, node, $"<{node.Name}> needs the attribute '{name}'.");
            }
        }
    }

    private void CheckSimple(BpmnNode node, SimpleType simple)
    {
        if (node.Children.Count > 0)
        {
            problems.Add(Element, node.Children[0], $"<{node.Name}> holds text only, no elements.");
        }
        else if (simple.Complaint(node, node.Text.Trim()) is { } complaint)
        {
            problems.Add(Value, node, $"<{node.Name}> holds '{node.Text.Trim()}', which is not {complaint}.");
        }
    }

    private void CheckWildcard(BpmnNode node, SchemaType type)
    {
        foreach (var child in node.Children)
        {
            if (
                type.Wildcard == Wildcard.Others
                && (child.Namespace.Length == 0 || child.Namespace == type.TargetNamespace)
            )
            {
                problems.Add(
                    Element,
                    child,
                    $"<{node.Name}> holds elements of other namespaces only, not <{child.Name}>."
                );
            }
        }

        if (type.Wildcard == Wildcard.AnyOne && node.Children.Count > 1)
        {
            problems.Add(Element, node.Children[1], $"<{node.Name}> holds text and at most one element.");
        }
    }
}
