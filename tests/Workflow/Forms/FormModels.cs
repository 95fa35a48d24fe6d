using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Workflow.Tests.Forms;

internal static class FormModels
{
    public static Form Hygiene { get; } = Read("hygiene");

    public static Form Read(string name, [CallerFilePath] string here = "") =>
        Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Models", name + ".form")));

    public static Form Parse(string json)
    {
        var reading = FormSchema.Parse(json);
        reading.Problems.ShouldBeEmpty();
        return reading.Form!;
    }

    /// <summary>A form of the given components, written without quotes around names: <c>{type:textfield,key:a}</c>.</summary>
    public static Form Of(string components) => Parse(Schema(components));

    public static string Schema(string components) => $$"""{"type":"default","id":"f","components":[{{components}}]}""";

    public static FormValidationOptions Options(FeelContext? variables = null, string? step = null) =>
        new()
        {
            Environment = new FeelEnvironment { Now = new(2026, 10, 12, 10, 0, 0, TimeSpan.FromHours(8)) },
            Checks = [new Check("creditCode"), new Check("citizenId")],
            Variables = variables ?? FeelContext.Empty,
            Step = step,
        };

    public static FormInput Input(params (string Key, string Value)[] values) =>
        new(
            values
                .GroupBy(v => v.Key)
                .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Select(v => v.Value)])
        );

    /// <summary>Everything a bathhouse must answer, rightly.</summary>
    public static FormInput Complete(params (string Key, string Value)[] changes)
    {
        (string Key, string Value)[] right =
        [
            ("companyName", "清源市澄泉浴场有限公司"),
            ("creditCode", "OK"),
            ("person.name", "陈丽娟"),
            ("person.citizenId", "ok"),
            ("person.phone", "13900001212"),
            ("premises", "bath"),
            ("baths", "4"),
            ("airConditioning", "no"),
            ("services", "tub"),
            ("services", "shower"),
            ("truthful", "true"),
        ];
        var values = right.Where(r => !changes.Any(c => c.Key == r.Key)).Concat(changes).ToArray();
        return Input(values) with
        {
            Files = new Dictionary<string, IReadOnlyList<UploadedFile>>
            {
                ["plan"] = [new("ab12", "平面图.pdf", 2_100_000)],
            },
        };
    }

    /// <summary>JSON with every character as itself, which the writer does not do beyond the basic plane.</summary>
    public static string Json(FeelValue value)
    {
        using var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            FeelJson.Write(writer, value);
        }

        return Regex.Replace(
            Encoding.UTF8.GetString(stream.ToArray()),
            @"\\u(D[8-9AB]..)\\u(D[C-F]..)",
            pair =>
                $"{(char)Convert.ToInt32(pair.Groups[1].Value, 16)}{(char)Convert.ToInt32(pair.Groups[2].Value, 16)}"
        );
    }

    /// <summary>Stands for the national codes: only OK is valid.</summary>
    private sealed record Check(string Name) : IFieldCheck
    {
        public bool IsValid(string text) => text == "OK";
    }
}
