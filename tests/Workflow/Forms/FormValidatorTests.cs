using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Workflow.Tests.Forms;

public sealed class FormValidatorTests
{
    [Fact]
    public void Right_answers_become_a_typed_document_in_order()
    {
        var outcome = Validate(FormModels.Complete());
        outcome.Errors.ShouldBeEmpty();
        FormModels
            .Json(FeelValue.From(outcome.Document))
            .ShouldBe(
                """{"companyName":"清源市澄泉浴场有限公司","creditCode":"OK","person":{"name":"陈丽娟","citizenId":"OK","phone":"13900001212"},"""
                    + "\"email\":null,\"premises\":\"bath\",\"baths\":4,\"area\":null,\"airConditioning\":\"no\",\"services\":[\"shower\",\"tub\"],"
                    + "\"opening\":null,\"note\":null,\"plan\":[{\"sha256\":\"ab12\",\"name\":\"平面图.pdf\",\"bytes\":2100000}],\"documents\":1,\"truthful\":true}"
            );
    }

    [Fact]
    public void Nothing_answered_names_every_required_field_once_in_order() =>
        Validate(FormInput.Empty)
            .Errors.Select(e => $"{e.Field} {e.Code}")
            .ShouldBe([
                "companyName form.required",
                "creditCode form.required",
                "person.name form.required",
                "person.citizenId form.required",
                "person.phone form.required",
                "premises form.required",
                "airConditioning form.required",
                "plan form.required",
                "truthful form.must-agree",
            ]);

    [Fact]
    public void A_draft_may_be_incomplete_but_not_wrong()
    {
        var options = FormModels.Options() with { MayBeIncomplete = true };
        var input = FormModels.Input(("premises", "bath"), ("baths", "四个"));
        FormValidator
            .Validate(FormModels.Hygiene, input, options)
            .Errors.Select(e => $"{e.Field} {e.Code}")
            .ShouldBe(["baths form.number"]);
    }

    [Fact]
    public void Hidden_fields_have_no_answer_whatever_was_posted()
    {
        var outcome = Validate(FormModels.Complete(("premises", "hotel"), ("baths", "4")));
        outcome.Errors.ShouldBeEmpty();
        outcome.Document.TryGetValue("baths", out _).ShouldBeFalse();
        outcome.Ignored.ShouldBe(["baths"]);
    }

    [Fact]
    public void Fields_shown_by_an_answer_are_required_then() =>
        Validate(FormModels.Complete(("airConditioning", "yes"))).Errors.Single().Field.ShouldBe("airReport");

    [Fact]
    public void Conditions_read_answers_of_other_pages()
    {
        var known = new FeelContext.Builder().Set("airConditioning", FeelValue.From("yes")).Build();
        var options = FormModels.Options(known, "材料");
        var outcome = FormValidator.Validate(FormModels.Hygiene, FormModels.Complete(), options);
        outcome.Errors.Select(e => e.Field).ShouldBe(["airReport"]);
        outcome.Document.Select(p => p.Key).ShouldBe(["plan", "airReport", "documents", "truthful"]);
    }

    [Fact]
    public void Forged_names_are_ignored_and_reported()
    {
        var outcome = Validate(FormModels.Complete(("decision", "approved"), ("person", "x"), ("documents", "99")));
        outcome.Errors.ShouldBeEmpty();
        outcome.Ignored.ShouldBe(["decision", "documents", "person"]);
        outcome.Document.TryGetValue("documents", out var documents).ShouldBeTrue();
        documents.ShouldBe(FeelValue.From(1));
    }

    [Fact]
    public void Read_only_fields_keep_what_is_known_and_disabled_ones_have_no_answer()
    {
        var form = FormModels.Of(
            """{"type":"textfield","key":"a","readonly":true},{"type":"textfield","key":"b","disabled":true}"""
        );
        var known = new FeelContext.Builder().Set("a", FeelValue.From("known")).Build();
        var outcome = FormValidator.Validate(form, FormModels.Input(("a", "x"), ("b", "y")), FormModels.Options(known));
        FormModels.Json(FeelValue.From(outcome.Document)).ShouldBe("""{"a":"known"}""");
        outcome.Ignored.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_hidden_group_hides_what_it_holds()
    {
        var form = FormModels.Of(
            """{"type":"checkbox","key":"c"},{"type":"group","path":"g","conditional":{"hide":"=c"},"components":[{"type":"textfield","key":"x","validate":{"required":true}}]}"""
        );
        FormValidator.Validate(form, FormModels.Input(("c", "true")), FormModels.Options()).IsValid.ShouldBeTrue();
        FormValidator.Validate(form, FormInput.Empty, FormModels.Options()).Errors.Single().Field.ShouldBe("g.x");
    }

    [Fact]
    public void Conditions_that_hide_each_other_s_ground_come_to_rest()
    {
        var form = FormModels.Of(
            """{"type":"checkbox","key":"a"},{"type":"textfield","key":"b","conditional":{"hide":"=a"}},{"type":"textfield","key":"c","conditional":{"hide":"=b != \"x\""}},{"type":"textfield","key":"d","conditional":{"hide":"=d = \"x\""}}"""
        );
        var input = FormModels.Input(("a", "true"), ("b", "x"), ("c", "y"), ("d", "x"));
        var first = FormValidator.Validate(form, input, FormModels.Options());
        first.Document.TryGetValue("c", out _).ShouldBeFalse();
        FormValidator.Validate(form, input, FormModels.Options()).Document.ShouldBe(first.Document);
    }

    [Fact]
    public void A_check_that_was_not_given_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() =>
            FormValidator.Validate(FormModels.Hygiene, FormModels.Complete(), FormModels.Options() with { Checks = [] })
        );

    [Fact]
    public void Every_error_brings_the_arguments_it_is_documented_with()
    {
        foreach (var row in FieldCases.All)
        {
            var error = FieldCases.Judge(row.Component, row.Posted).Errors.SingleOrDefault();
            error?.Arguments.Keys.ShouldBe(FormErrors.Arguments[error.Code], row.Posted);
        }
    }

    [Theory]
    [MemberData(nameof(FieldCases.Rows), MemberType = typeof(FieldCases))]
    public void Each_answer_is_judged_as_the_table_says(string component, string posted, string expected)
    {
        var outcome = FieldCases.Judge(component, posted);
        var error = outcome.Errors.SingleOrDefault();
        var shown =
            error is null ? FormModels.Json(outcome.Document[0].Value)
            : error.Arguments.Count == 0 ? error.Code
            : $"{error.Code} {string.Join(' ', error.Arguments.Select(a => $"{a.Key}={a.Value}"))}";
        shown.ShouldBe(expected);
    }

    private static FormOutcome Validate(FormInput input) =>
        FormValidator.Validate(FormModels.Hygiene, input, FormModels.Options());
}
