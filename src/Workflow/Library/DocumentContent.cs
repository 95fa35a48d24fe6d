using System.Globalization;
using System.Text;
using System.Text.Json;
using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Writing;
using Approvals.Workflow.Dmn.Xml;

namespace Approvals.Workflow.Library;

/// <summary>
/// What the library takes as a document: well-formed BPMN or DMN XML without a document type, a form-js schema, a scenario file. A draft
/// need not be deployable; it must be readable and bounded. Refusals: <c>library.too-large</c>, <c>library.document-type</c>,
/// <c>library.malformed</c>.
/// </summary>
/// <param name="Definitions">What it defines for others, by id and name; <see cref="LibraryDefinition.Document"/> is 0.</param>
public sealed record DocumentContent(IReadOnlyList<LibraryDefinition> Definitions)
{
    /// <summary>In bytes of UTF-8; some thousands of elements with their drawing.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    private const int MaxDepth = 64;
    private const int LongestId = 255;

    private static readonly string[] Callable = ["decision", "decisionService"];

    public static (DocumentContent? Content, Rejection? Refusal) Read(DocumentKind kind, string text)
    {
        if (text.Length > MaxBytes || Encoding.UTF8.GetByteCount(text) > MaxBytes)
        {
            return (null, TooLarge());
        }

        return kind switch
        {
            DocumentKind.Process => ReadProcess(text),
            DocumentKind.Decision => ReadDecision(text),
            DocumentKind.Form => ReadJson(text, "components", Form),
            _ => ReadJson(text, "scenarios", _ => []),
        };
    }

    public static Rejection TooLarge() =>
        Rejection.Of("library.too-large", ("most", (MaxBytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture)));

    private static (DocumentContent?, Rejection?) ReadProcess(string text)
    {
        if (!BpmnDocument.TryRead(text, out var document, out var problem))
        {
            return Malformed(problem.Line, problem.Column, problem.Message);
        }

        return Defining(
            from element in document.Root.Elements
            where element.Is(BpmnDocument.Namespace, "process") && element["id"] is { Length: > 0 and <= LongestId }
            select new LibraryDefinition(0, DocumentKind.Process, element["id"]!, element["name"] ?? "")
        );
    }

    private static (DocumentContent?, Rejection?) ReadDecision(string text)
    {
        var problems = new ReadingProblems();
        if (DmnTree.Read(text, problems) is not { } root)
        {
            var first = problems.InOrder()[0];
            return Malformed(first.Line, first.Column, first.Message);
        }

        if (root.Name != "definitions" || !root.Namespace.Contains("DMN", StringComparison.OrdinalIgnoreCase))
        {
            return Malformed(
                root.Position.Line,
                root.Position.Column,
                $"The root is <{root.Name}>, not <definitions> of DMN."
            );
        }

        return Defining(
            from element in root.Children
            where Callable.Contains(element.Name, StringComparer.Ordinal)
            let id = element["id"]
            where id is { Length: > 0 and <= LongestId }
            select new LibraryDefinition(0, DocumentKind.Decision, id, element["name"] ?? "")
        );
    }

    private static (DocumentContent?, Rejection?) ReadJson(
        string text,
        string list,
        Func<JsonElement, IEnumerable<LibraryDefinition>> definitions
    )
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var root = document.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty(list, out var found)
                && found.ValueKind == JsonValueKind.Array
                ? Defining(definitions(root))
                : Malformed(1, 1, $"It is no JSON object with a list '{list}'.");
        }
        catch (JsonException error)
        {
            return Malformed((error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1, "It is no valid JSON.");
        }
    }

    private static IEnumerable<LibraryDefinition> Form(JsonElement root)
    {
        if (root.TryGetProperty("id", out var id) && id is { ValueKind: JsonValueKind.String })
        {
            var text = id.GetString()!;
            if (text.Length is > 0 and <= LongestId)
            {
                yield return new(0, DocumentKind.Form, text, "");
            }
        }
    }

    private static (DocumentContent?, Rejection?) Defining(IEnumerable<LibraryDefinition> definitions) =>
        (new([.. definitions]), null);

    private static (DocumentContent?, Rejection?) Malformed(long line, long column, string message) =>
        message.Contains("document type", StringComparison.Ordinal) || message.Contains("DTD", StringComparison.Ordinal)
            ? Refused("library.document-type")
            : Refused(
                "library.malformed",
                ("line", line.ToString(CultureInfo.InvariantCulture)),
                ("column", column.ToString(CultureInfo.InvariantCulture)),
                ("message", message)
            );

    private static (DocumentContent?, Rejection?) Refused(
        string code,
        params ReadOnlySpan<(string Name, string Value)> arguments
    ) => (null, Rejection.Of(code, arguments));
}
