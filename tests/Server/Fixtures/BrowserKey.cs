using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Approvals.Server.Tests.Fixtures;

/// <summary>A key as a person's browser holds it, made and used without the browser's scripts.</summary>
public sealed class BrowserKey : IDisposable
{
    private const string ChallengePassword = "1.2.840.113549.1.9.7";
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>SHA-256 of the public key, hexadecimal.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>Asks for a certificate of the kind through the page of one's certificates.</summary>
    public async Task<Shown> EnrolAsync(Browser browser, string kind)
    {
        var page = await browser.GetAsync("/account/certificates");
        var token = page.Document.QuerySelector("form[data-enrol] input[name=__RequestVerificationToken]")!;
        var nonce = await browser.PostAsync(
            "/account/certificates?handler=Nonce",
            ("__RequestVerificationToken", token.GetAttribute("value")!)
        );
        nonce.Status.ShouldBe(HttpStatusCode.OK);
        return await browser.SubmitAsync(page, "form[data-enrol]", ("Kind", kind), ("Request", Request(nonce.Body)));
    }

    /// <inheritdoc cref="EnrolAsync(Browser, string)"/>
    public async Task<Shown> EnrolAsync(Visitor visitor, string kind)
    {
        var page = await visitor.GetAsync("/account/certificates");
        var token = page.Document.QuerySelector("form[data-enrol] input[name=__RequestVerificationToken]")!;
        var nonce = await visitor.PostAsync(
            "/account/certificates?handler=Nonce",
            ("__RequestVerificationToken", token.GetAttribute("value")!)
        );
        nonce.Status.ShouldBe(HttpStatusCode.OK);
        return await visitor.SendAsync(
            page,
            "form[data-enrol]",
            Sending.Of(("Kind", kind), ("Request", Request(nonce.Body)))
        );
    }

    /// <summary>In the form of WebCrypto, base64.</summary>
    public string Sign(byte[] data) => Convert.ToBase64String(key.SignData(data, HashAlgorithmName.SHA256));

    public void Dispose() => key.Dispose();

    private string Request(string nonce)
    {
        var request = new CertificateRequest("CN=browser key", key, HashAlgorithmName.SHA256);
        var value = new AsnWriter(AsnEncodingRules.DER);
        value.WriteCharacterString(UniversalTagNumber.UTF8String, nonce);
        request.OtherRequestAttributes.Add(new AsnEncodedData(ChallengePassword, value.Encode()));
        return Convert.ToBase64String(request.CreateSigningRequest());
    }
}
