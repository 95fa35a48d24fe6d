using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Approvals.Cases.Handling;
using Approvals.Credentials.Enrolment;
using Approvals.Server.Tests.Fixtures;
using Approvals.Server.Tests.Work;

namespace Approvals.Server.Tests.Signing;

/// <summary>What the certificates point at, asked over HTTP and judged by openssl: OCSP, lists, time stamps, the log's time stamp.</summary>
public sealed class AuthorityOverHttpTests(StaffDesk staff) : IClassFixture<StaffDesk>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string At => staff.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_person_s_certificate_is_good_until_its_owner_revokes_it()
    {
        using var key = new BrowserKey();
        var browser = await staff.SignInAsync(StaffDesk.Clerk);
        await key.EnrolAsync(browser, "clerk");
        var person = Organisation.PersonKey((await staff.ActorAsync(StaffDesk.Clerk)).Id)!.Value;
        var row = staff.Platform.Readers.Read(store => CredentialStore.OfPerson(store, person))[0];
        using var certificate = X509CertificateLoader.LoadCertificate(row.Certificate!);
        var leaf = Write("leaf.pem", certificate.ExportCertificatePem());
        OpenSsl
            .Run("verify", "-CAfile", Root, "-untrusted", Issuer("persons"), "-attime", At, leaf)
            .ShouldContain("OK");

        var query = Within("query");
        OpenSsl.Run("ocsp", "-issuer", Issuer("persons"), "-cert", leaf, "-reqout", query, "-no_nonce");
        (await OcspAsync(browser, query, leaf)).ShouldContain("leaf.pem: good");
        var asked = Uri.EscapeDataString(Convert.ToBase64String(await File.ReadAllBytesAsync(query, Stop)));
        using (var client = browser.Server.CreateClient())
        {
            var got = await client.GetAsync(new Uri("/ocsp/persons/" + asked, UriKind.Relative), Stop);
            got.Content.Headers.ContentType!.MediaType.ShouldBe("application/ocsp-response");
            (
                await client.PostAsync(new Uri("/ocsp/persons", UriKind.Relative), new StringContent("x"), Stop)
            ).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
            (await client.GetAsync(new Uri("/ocsp/nobody/" + asked, UriKind.Relative), Stop)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        (await ListAsync(browser)).ShouldNotContain(certificate.SerialNumber);
        var mine = await browser.GetAsync("/account/certificates");
        var form = $"form:has(input[name=key][value='{row.Key}'])";
        await browser.SubmitAsync(mine, form, ("reason", "key-compromise"));
        (await OcspAsync(browser, query, leaf)).ShouldContain("leaf.pem: revoked");
        (await ListAsync(browser)).ShouldContain(certificate.SerialNumber);
    }

    [Fact]
    public async Task The_time_stamp_authority_answers_openssl()
    {
        var browser = await staff.SignInAsync(StaffDesk.Clerk);
        var data = Write("stamped", "清源市");
        var query = Within("stamp-query");
        OpenSsl.Run("ts", "-query", "-data", data, "-sha256", "-cert", "-out", query);
        var reply = await PostAsync(browser, "/tsa", query, "application/timestamp-query", "stamp-reply");
        OpenSsl
            .Run([
                "ts",
                "-verify",
                "-queryfile",
                query,
                "-in",
                reply,
                "-CAfile",
                Root,
                "-untrusted",
                Issuer("timestamps"),
                "-attime",
                At,
            ])
            .ShouldContain("Verification: OK");
    }

    [Fact]
    public async Task A_checkpoint_of_the_log_bears_a_time_stamp()
    {
        using var client = (await staff.SignInAsync(StaffDesk.Clerk)).Server.CreateClient();
        await staff.SubmitAsync();
        byte[]? token = null;
        var note = "";
        for (var tries = 0; tries < 400 && token is null; tries++)
        {
            await Task.Delay(50, Stop);
            var published = await client.GetAsync(new Uri("/log/checkpoint", UriKind.Relative), Stop);
            if (!published.IsSuccessStatusCode)
            {
                continue;
            }

            note = await published.Content.ReadAsStringAsync(Stop);
            var stamp = await client.GetAsync(new Uri("/log/timestamp/" + note.Split('\n')[1], UriKind.Relative), Stop);
            token = stamp.IsSuccessStatusCode ? await stamp.Content.ReadAsByteArrayAsync(Stop) : null;
        }

        var file = Within("token");
        await File.WriteAllBytesAsync(file, token.ShouldNotBeNull(), Stop);
        OpenSsl
            .Run([
                "ts",
                "-verify",
                "-token_in",
                "-in",
                file,
                "-data",
                Write("note", note),
                "-CAfile",
                Root,
                "-untrusted",
                Issuer("timestamps"),
                "-attime",
                At,
            ])
            .ShouldContain("Verification: OK");
    }

    private string Root => Issuer("root");

    private string Issuer(string name) => Path.Combine(staff.Platform.Folder.Keys, "authority", name + ".pem");

    private string Within(string name) => Path.Combine(staff.Platform.Folder.Path, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(Within(name), text);
        return Within(name);
    }

    private async Task<string> OcspAsync(Browser browser, string query, string leaf)
    {
        var answer = await PostAsync(browser, "/ocsp/persons", query, "application/ocsp-request", "ocsp-answer");
        var said = OpenSsl.Run([
            "ocsp",
            "-respin",
            answer,
            "-issuer",
            Issuer("persons"),
            "-cert",
            leaf,
            "-CAfile",
            Root,
            "-verify_other",
            Issuer("persons"),
            "-no_nonce",
            "-attime",
            At,
            // The desk's clock stands in the past; openssl compares the answer's times with its own.
            "-validity_period",
            "315360000",
        ]);
        said.ShouldContain("Response verify OK");
        return said;
    }

    private async Task<string> ListAsync(Browser browser)
    {
        using var client = browser.Server.CreateClient();
        var list = Within("persons.crl");
        await File.WriteAllBytesAsync(
            list,
            await client.GetByteArrayAsync(new Uri("/crl/persons.crl", UriKind.Relative), Stop)
        );
        var said = OpenSsl.Run("crl", "-inform", "DER", "-in", list, "-CAfile", Issuer("persons"), "-noout", "-text");
        said.ShouldContain("verify OK");
        return said;
    }

    private async Task<string> PostAsync(Browser browser, string address, string query, string media, string name)
    {
        using var client = browser.Server.CreateClient();
        using var body = new ByteArrayContent(await File.ReadAllBytesAsync(query, Stop));
        body.Headers.ContentType = new MediaTypeHeaderValue(media);
        var answer = await client.PostAsync(new Uri(address, UriKind.Relative), body, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await File.WriteAllBytesAsync(Within(name), await answer.Content.ReadAsByteArrayAsync(Stop));
        return Within(name);
    }
}
