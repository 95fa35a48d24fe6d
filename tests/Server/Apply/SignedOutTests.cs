using System.Net;
using Approvals.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Tests.Apply;

public sealed class SignedOutTests(DemoServer server) : IClassFixture<DemoServer>
{
    private static readonly TimeSpan LongerThanASession = TimeSpan.FromHours(11);

    [Fact]
    public async Task What_is_sent_after_the_sign_in_ran_out_is_there_after_signing_in_again()
    {
        var (visitor, account, person) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());
        var page = await visitor.GetAsync(Applicants.Item + "/3");
        server.Clock.Advance(LongerThanASession);

        var asked = await visitor.SendAsync(page, Applicants.PageForm, Applicants.Papers);

        asked.Address.ShouldStartWith("/account/sign-in?returnUrl=%2Fme%2Fapply%2FQY010%2F3");
        (await server.ReadAsync(reads => reads.DraftFiles.CountAsync(each => each.Name == "制度.pdf"))).ShouldBe(1);
        var resumed = await visitor.SignInAsync(asked, account);
        resumed.Address.ShouldBe(Applicants.Item + "/3");
        resumed.TextOf(".note").ShouldContain("都在");
        resumed.TextsOf(".stored a").Count.ShouldBe(5);
        (await server.ReadAsync(reads => reads.Drafts.CountAsync(each => each.Person.EndsWith(person)))).ShouldBe(1);
        (await visitor.GetAsync(Applicants.Item + "/3")).Document.QuerySelector(".note").ShouldBeNull();
    }

    [Fact]
    public async Task Typed_answers_come_back_as_they_were_typed()
    {
        var (visitor, account, _) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());
        var page = await visitor.GetAsync(Applicants.Item + "/2");
        server.Clock.Advance(LongerThanASession);

        var asked = await visitor.SendAsync(
            page,
            Applicants.PageForm,
            Sending.Of(("area", "很大"), ("signName", "澄泉"))
        );
        var resumed = await visitor.SignInAsync(asked, account);

        resumed.Document.QuerySelector("[name=area]")!.GetAttribute("value").ShouldBe("很大");
        resumed.Document.QuerySelector("[name=signName]")!.GetAttribute("value").ShouldBe("澄泉");
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_there_gets_nothing_of_it()
    {
        var (visitor, _, _) = await server.BathhouseAsync();
        await visitor.FillAsync(1, Sending.Of());
        var page = await visitor.GetAsync(Applicants.Item + "/2");
        server.Clock.Advance(LongerThanASession);
        var (other, _) = await server.RegisterAsync(Applicants.Bathhouse);

        var asked = await visitor.SendAsync(page, Applicants.PageForm, Sending.Of(("signName", "澄泉")));
        var shown = await visitor.SignInAsync(asked, other);

        shown.Address.ShouldBe(Applicants.Item + "/2");
        shown.Body.ShouldNotContain("澄泉\"");
        shown.Document.QuerySelector(".note").ShouldBeNull();
    }

    [Fact]
    public async Task A_page_without_its_seal_or_its_token_is_not_taken()
    {
        var (visitor, _, person) = await server.BathhouseAsync();
        var page = await visitor.GetAsync(Applicants.Item + "/1");

        var stranger = await server
            .Visit()
            .SendAsync(page, Applicants.PageForm, Sending.Of(("_seat", "forged"), ("unitName", "别的单位")));
        var noToken = await visitor.SendAsync(
            page,
            Applicants.PageForm,
            Sending.Of(("__RequestVerificationToken", "forged"))
        );

        stranger.Status.ShouldBe(HttpStatusCode.BadRequest);
        noToken.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await server.ReadAsync(reads => reads.Drafts.AnyAsync(each => each.Person.EndsWith(person)))).ShouldBeFalse();
    }
}
