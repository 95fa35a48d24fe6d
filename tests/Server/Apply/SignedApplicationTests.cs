using System.Net;
using System.Text.Json;
using Approvals.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Tests.Apply;

/// <summary>An application is signed with the key in the applicant's browser, where there is one, and sent as usual where there is none.</summary>
public sealed class SignedApplicationTests(DemoServer server) : IClassFixture<DemoServer>
{
    private const string Form = "main form.send";

    [Fact]
    public async Task What_the_applicant_reads_once_more_is_what_they_sign()
    {
        var (visitor, _, person) = await server.BathhouseAsync();
        using var key = new BrowserKey();
        var check = await visitor.FillAllAsync();
        check.TextOf(Form).ShouldContain("不带签名");
        await key.EnrolAsync(visitor, "applicant");
        check = await visitor.GetAsync(check.Address);
        check.Document.QuerySelector("[data-sign-here]")!.GetAttribute("data-keys")!.ShouldContain(key.Id);
        var token = check
            .Document.QuerySelector($"{Form} input[name=__RequestVerificationToken]")!
            .GetAttribute("value")!;
        var paper = await visitor.PostAsync(check.Address + "?handler=paper", ("__RequestVerificationToken", token));
        paper.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        var answer = await visitor.PostAsync(
            check.Address + "?handler=prepare",
            ("__RequestVerificationToken", token),
            ("KeyId", key.Id)
        );
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        var prepared = JsonSerializer.Deserialize<Prepared>(answer.Body, JsonSerializerOptions.Web)!;

        using var other = new BrowserKey();
        var wrong = Sending.Of(("Ticket", prepared.Ticket), ("Signature", other.Sign(prepared.Attributes)));
        (await visitor.SendAsync(check, Form, wrong)).TextOf(".alert").ShouldContain("不是这张证书的密钥");
        var right = Sending.Of(("Ticket", prepared.Ticket), ("Signature", key.Sign(prepared.Attributes)));
        (await visitor.SendAsync(check, Form, right)).Heading.ShouldBe("申请已提交");

        var row = await server.ReadAsync(reads => reads.Cases.SingleAsync(each => each.Applicant == person));
        (await visitor.GetAsync($"/me/cases/{row.Key}")).TextOf("main").ShouldContain("申请表（签名稿）");
    }

    private sealed record Prepared(string Ticket, byte[] Attributes);
}
