using System.Text.Json;
using Approvals.Workflow.Forms;

namespace Approvals.Cases.Tests.Workflows;

/// <summary>Every application form beside its item and its languages.</summary>
public sealed class ApplicationFormsTests
{
    public static TheoryData<string> Items =>
        [
            .. Repository
                .Catalogue.Where(version => version.Item.ApplyForm is not null)
                .Select(version => version.Item.Code),
        ];

    public static TheoryData<string> Forms =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf("workflows/forms"), "*.form")
                .Select(path => Path.GetFileNameWithoutExtension(path)!),
        ];

    [Theory]
    [MemberData(nameof(Items))]
    public void It_asks_for_the_materials_of_the_item_and_nothing_else(string code)
    {
        var item = Repository.Catalogue.Single(version => version.Item.Code == code).Item;
        ComponentsOf(item.ApplyForm!)
            .Select(component => Property(component, "approvals:material"))
            .OfType<string>()
            .ShouldBe(item.Materials.Select(material => material.Name));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_is_read_without_a_problem_and_says_everything_in_three_languages(string form)
    {
        FormSchema.Parse(File.ReadAllText(PathOf(form))).Problems.ShouldBeEmpty();
        foreach (var component in ComponentsOf(form))
        {
            var texts = component.GetProperty("type").GetString() == "text" ? "text" : "label";
            foreach (var language in new[] { "en", "zh-Hant" })
            {
                Property(component, $"{texts}.{language}").ShouldNotBeNullOrWhiteSpace();
                if (component.TryGetProperty("description", out _))
                {
                    Property(component, $"description.{language}").ShouldNotBeNullOrWhiteSpace();
                }

                if (component.TryGetProperty("values", out var values))
                {
                    values
                        .EnumerateArray()
                        .Select(value =>
                            Property(component, $"value.{value.GetProperty("value").GetString()}.{language}")
                        )
                        .ShouldAllBe(text => text != null);
                }
            }
        }
    }

    private static string PathOf(string form) => Repository.PathOf($"workflows/forms/{form}.form");

    private static JsonElement.ArrayEnumerator ComponentsOf(string form) =>
        JsonDocument.Parse(File.ReadAllBytes(PathOf(form))).RootElement.GetProperty("components").EnumerateArray();

    private static string? Property(JsonElement component, string name) =>
        component.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
}
