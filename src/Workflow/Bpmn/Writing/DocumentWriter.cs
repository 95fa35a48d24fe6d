namespace Approvals.Workflow.Bpmn.Writing;

/// <summary>
/// Writes a <see cref="BpmnDocument"/> so that any XML reader finds the same model again. Characters that a reader
/// would change are referred to by number: a carriage return anywhere, and in attributes tab and line feed, which
/// would come back as blanks (XML 1.0 §2.11, §3.3.3).
/// </summary>
internal static class DocumentWriter
{
    public static void Write(BpmnDocument document, TextWriter text)
    {
        if (document.Declaration is { } declaration)
        {
            text.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"");
            text.Write(
                declaration.Standalone switch
                {
                    true => " standalone=\"yes\"?>",
                    false => " standalone=\"no\"?>",
                    _ => "?>",
                }
            );
        }

        WriteAll(document.Prolog, text);
        Write(document.Root, text);
        WriteAll(document.Epilog, text);
    }

    private static void WriteAll(IEnumerable<DocumentNode> nodes, TextWriter text)
    {
        foreach (var node in nodes)
        {
            Write(node, text);
        }
    }

    private static void Write(DocumentNode node, TextWriter text)
    {
        switch (node)
        {
            case ElementNode element:
                Write(element, text);
                break;
            case TextNode characters:
                Escape(characters.Value, text, inAttribute: false);
                break;
            case CDataNode data:
                text.Write($"<![CDATA[{data.Value}]]>");
                break;
            case CommentNode comment:
                text.Write($"<!--{comment.Value}-->");
                break;
            case InstructionNode { Data.Length: 0 } instruction:
                text.Write($"<?{instruction.Target}?>");
                break;
            case InstructionNode instruction:
                text.Write($"<?{instruction.Target} {instruction.Data}?>");
                break;
            default:
                throw new InvalidOperationException($"No way to write a {node.GetType().Name}.");
        }
    }

    private static void Write(ElementNode element, TextWriter text)
    {
        text.Write('<');
        text.Write(element.Name.Qualified);
        foreach (var attribute in element.Attributes)
        {
            text.Write(' ');
            text.Write(attribute.Name.Qualified);
            text.Write("=\"");
            Escape(attribute.Value, text, inAttribute: true);
            text.Write('"');
        }

        if (element.SelfClosed)
        {
            text.Write(" />");
            return;
        }

        text.Write('>');
        WriteAll(element.Children, text);
        text.Write("</");
        text.Write(element.Name.Qualified);
        text.Write('>');
    }

    private static void Escape(string value, TextWriter text, bool inAttribute)
    {
        foreach (var c in value)
        {
            switch (c)
            {
                case '&':
                    text.Write("&amp;");
                    break;
                case '<':
                    text.Write("&lt;");
                    break;
                case '>':
                    text.Write("&gt;");
                    break;
                case '\r':
                    text.Write("&#13;");
                    break;
                case '"' when inAttribute:
                    text.Write("&quot;");
                    break;
                case '\n' when inAttribute:
                    text.Write("&#10;");
                    break;
                case '\t' when inAttribute:
                    text.Write("&#9;");
                    break;
                default:
                    text.Write(c);
                    break;
            }
        }
    }
}
