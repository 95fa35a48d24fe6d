using Approvals.Workflow.Forms;

namespace Approvals.Workflow.Tests.Forms;

public sealed class FormSchemaTests
{
    [Fact]
    public void Fields_come_in_document_order_with_their_paths() =>
        FormModels
            .Hygiene.Fields.Select(f => f.Key)
            .ShouldBe([
                "companyName",
                "creditCode",
                "person.name",
                "person.citizenId",
                "person.phone",
                "email",
                "premises",
                "baths",
                "area",
                "airConditioning",
                "services",
                "opening",
                "note",
                "plan",
                "airReport",
                "truthful",
            ]);

    [Fact]
    public void Pages_begin_where_a_component_names_one()
    {
        FormModels.Hygiene.Steps.Select(s => s.Name).ShouldBe(["场所情况", "材料"]);
        FormModels.Hygiene.Steps[0].Title.In("en").ShouldBe(("Premises", "en"));
        FormModels.Hygiene.Steps[1].Title.In("en").ShouldBe(("材料", "zh-Hans"));
        FormModels.Hygiene.Field("note")!.Step.ShouldBe("场所情况");
        FormModels.Hygiene.Field("truthful")!.Step.ShouldBe("材料");
    }

    [Fact]
    public void Texts_have_their_translations_and_fall_back_to_Chinese()
    {
        var name = FormModels.Hygiene.Field("companyName")!;
        name.Label.In("zh-Hans").ShouldBe(("单位名称", "zh-Hans"));
        name.Label.In("zh-Hant").ShouldBe(("單位名稱", "zh-Hant"));
        name.Label.In("en").ShouldBe(("Name of the company", "en"));
        name.Description.In("zh-Hant").ShouldBe(("与营业执照一致", "zh-Hans"));
        var kind = (ChoiceField)FormModels.Hygiene.Field("premises")!;
        kind.Options.Select(o => o.Label.In("en").Text).ShouldBe(["Bathhouse", "Hotel", "游泳馆"]);
    }

    [Fact]
    public void Our_properties_are_read()
    {
        var plan = (FileField)FormModels.Hygiene.Field("plan")!;
        plan.Material.ShouldBe("布局图");
        plan.Extensions.ShouldBe([".pdf", ".jpg", ".png"]);
        plan.MaxBytes.ShouldBe(5_000_000);
        plan.Multiple.ShouldBeTrue();
        FormModels.Hygiene.Field("person.phone")!.Autocomplete.ShouldBe("tel");
        FormModels.Hygiene.Field("area")!.Suffix.Default.ShouldBe("平方米");
        FormModels.Hygiene.Field("opening")!.Label.Default.ShouldBe("计划开业日期");
    }

    [Fact]
    public void Pages_of_a_multipage_form_are_steps()
    {
        var form = FormModels.Of(
            """{"type":"multipage","components":[{"type":"page","label":"甲","components":[{"type":"textfield","key":"a","label":"A"}]},{"type":"page","label":"乙","components":[{"type":"textfield","key":"b","label":"B"}]}]}"""
        );
        form.Steps.Select(s => s.Name).ShouldBe(["甲", "乙"]);
        form.Field("b")!.Step.ShouldBe("乙");
    }

    public static TheoryData<string, string> Refused() =>
        new()
        {
            { "not JSON", "{" },
            { "not an object", "[]" },
            { "no components", "{}" },
            { "newer version", """{"schemaVersion":20,"components":[]}""" },
            { "no key", Schema("""{"type":"textfield","label":"A"}""") },
            { "key with spaces", Schema("""{"type":"textfield","key":"a b"}""") },
            { "key twice", Schema("""{"type":"textfield","key":"a"},{"type":"number","key":"a"}""") },
            { "id twice", Schema("""{"type":"textfield","id":"x","key":"a"},{"type":"number","id":"x","key":"b"}""") },
            { "value and context", Schema("""{"type":"textfield","key":"a"},{"type":"textfield","key":"a.b"}""") },
            { "unknown component", Schema("""{"type":"table","id":"t"}""") },
            { "dynamic list", Schema("""{"type":"dynamiclist","path":"l","components":[]}""") },
            { "repeating group", Schema("""{"type":"group","isRepeating":true,"components":[]}""") },
            { "image from elsewhere", Schema("""{"type":"image","source":"https://example.org/x.png"}""") },
            { "options from variables", Schema("""{"type":"select","key":"a","valuesKey":"v"}""") },
            { "no options", Schema("""{"type":"radio","key":"a","values":[]}""") },
            { "option twice", Schema("""{"type":"radio","key":"a","values":[{"value":"x"},{"value":"x"}]}""") },
            { "condition without =", Schema("""{"type":"textfield","key":"a","conditional":{"hide":"b"}}""") },
            { "condition not FEEL", Schema("""{"type":"textfield","key":"a","conditional":{"hide":"=if"}}""") },
            { "length from expression", Schema("""{"type":"textfield","key":"a","validate":{"maxLength":"=b"}}""") },
            { "required from expression", Schema("""{"type":"textfield","key":"a","validate":{"required":"=b"}}""") },
            { "label from expression", Schema("""{"type":"textfield","key":"a","label":"=b"}""") },
            { "unknown check", Schema("""{"type":"textfield","key":"a","properties":{"approvals:check":"iban"}}""") },
            { "unknown validation", Schema("""{"type":"textfield","key":"a","validate":{"validationType":"zip"}}""") },
            { "pattern with look-around", Schema("""{"type":"textfield","key":"a","validate":{"pattern":"(?=x)"}}""") },
            { "broken pattern", Schema("""{"type":"textfield","key":"a","validate":{"pattern":"("}}""") },
            { "media types", Schema("""{"type":"filepicker","key":"a","accept":"image/*"}""") },
            { "nested too deep", string.Concat(Enumerable.Repeat("""{"components":[""", 60)) },
            { "too many", Schema(string.Join(',', Enumerable.Repeat("""{"type":"separator"}""", 1_001))) },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Schemas_that_cannot_be_kept_are_refused_with_a_sentence(string why, string json)
    {
        var reading = FormSchema.Parse(json);
        reading.IsUsable.ShouldBeFalse(why);
        reading.Problems.ShouldNotBeEmpty();
        reading.Problems.ShouldAllBe(p => p.Message.EndsWith('.'));
    }

    private static string Schema(string components) => FormModels.Schema(components);
}
