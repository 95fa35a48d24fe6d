using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Cases.Handling;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel;
using Approvals.Kernel.Codes;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Adapters;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Storage;

namespace Approvals.Server.Identity.Certificates;

/// <summary>
/// Where people get and give up certificates. The authority signs outside the turn, because that is slow and leaves a trace of its
/// own; the turn records it. A certificate that was signed but not recorded is never shown to anybody and signs nobody in.
/// </summary>
public sealed class CertificateDesk(
    Platform platform,
    SealCabinet seals,
    CurrentActor current,
    CurrentSession session,
    SessionBook book
)
{
    /// <summary>What a certificate says of somebody who acts for nobody but themselves.</summary>
    private const string Individual = "个人";

    public Task<string> NonceAsync() => book.IssueNonceAsync(session.Session!.Id);

    /// <summary>
    /// A certificate for the key of a PKCS#10 request that carries this session's nonce; where the kind needs approval, the request
    /// waits for it. Rejections: <c>certificate.kind-closed</c>, <c>certificate.nonce-used</c>, those of the authority.
    /// </summary>
    public async Task<Rejection?> AskAsync(string? kindId, byte[] request)
    {
        var person = await current.PersonAsync();
        if (person is null || EnrolmentKind.Find(kindId) is not { } kind || !kind.IsOpenTo(person.Groups))
        {
            return Rejection.Of("certificate.kind-closed");
        }

        if (await book.TakeNonceAsync(session.Session!.Id) is not { } nonce)
        {
            return Rejection.Of("certificate.nonce-used");
        }

        var (key, refused) = CertificationRequest.Read(request, nonce);
        if (key is null)
        {
            return refused;
        }

        var asked = new CertificateAsked(person.Id, kind.Id, kind.UnitOf(person.Groups), IdOf(key));
        if (kind.NeedsApproval)
        {
            return await SendAsync(scope =>
                TurnAnswer.Done(CredentialStore.Ask(scope, asked, request, nonce).ToString())
            );
        }

        var issuance = Issue(kind, asked.Person, asked.Unit, request, nonce);
        return issuance.Issued is { } certificate
            ? await SendAsync(scope => TurnAnswer.Done(CredentialStore.AddIssued(scope, asked, certificate).ToString()))
            : issuance.Rejection;
    }

    /// <summary>Rejections: <c>certificate.not-waiting</c>, <c>certificate.own-request</c>, those of the authority.</summary>
    public async Task<Rejection?> ApproveAsync(long key)
    {
        var actor = await current.ActorAsync();
        var (row, refused) = Read(store => CredentialStore.WaitingFor(store, key, actor?.Id ?? string.Empty));
        if (row is null)
        {
            return refused;
        }

        var kind = EnrolmentKind.Find(row.Kind)!;
        var issuance = Issue(kind, row.Person, row.Unit, row.Request!, row.Nonce!);
        return issuance.Issued is { } certificate
            ? await SendAsync(scope => CredentialStore.Approve(scope, key, certificate))
            : issuance.Rejection;
    }

    /// <summary>Rejections: those of <see cref="ApproveAsync"/>, <c>certificate.reason-missing</c>.</summary>
    public async Task<Rejection?> DeclineAsync(long key, string? reason) =>
        string.IsNullOrWhiteSpace(reason)
            ? Rejection.Of("certificate.reason-missing")
            : await SendAsync(scope => CredentialStore.Decline(scope, key, reason.Trim()));

    /// <summary>
    /// Revokes one's own certificate. First in the authority's register, which is what others ask; a turn that did not happen is
    /// made up by asking again. Rejections: <c>certificate.not-yours</c>, <c>certificate.not-issued</c>, <c>certificate.reason</c>.
    /// </summary>
    public async Task<Rejection?> RevokeAsync(long key, string? reason)
    {
        var person = await current.PersonAsync();
        if (Read(store => CredentialStore.Find(store, key)) is not { } row || row.Person != person?.Id)
        {
            return Rejection.Of("certificate.not-yours");
        }

        if (row is not { State: CredentialState.Issued, Certificate: { } bytes })
        {
            return Rejection.Of("certificate.not-issued");
        }

        if (!RevocationReasons.All.TryGetValue(reason ?? string.Empty, out var cause))
        {
            return Rejection.Of("certificate.reason");
        }

        using var certificate = X509CertificateLoader.LoadCertificate(bytes);
        if (seals.Enrolment.StatusOf(certificate).Standing != CertificateStanding.Revoked)
        {
            if (seals.Enrolment.Revoke(certificate, cause, platform.Clock.GetUtcNow()) is { } refused)
            {
                return refused;
            }

            seals.ForgetRevocationLists();
        }

        return await SendAsync(scope => CredentialStore.Revoke(scope, key, reason!));
    }

    public IReadOnlyList<CredentialRow> OfPerson(long person) => Read(store => CredentialStore.OfPerson(store, person));

    public IReadOnlyList<WaitingCertificate> Waiting() =>
        Read(store =>
            CredentialStore
                .Waiting(store)
                .Select(row => new WaitingCertificate(row, SubjectOf(store, row.Kind, row.Person, row.Unit)))
                .ToList()
        );

    /// <summary>What a browser that holds the key needs to bid with the certificate; null for one that isn't an organisation's.</summary>
    public BidderCertificate? BidderOf(CredentialRow row)
    {
        if (row is not { State: CredentialState.Issued, Certificate: { } bytes } || row.Kind != EnrolmentKind.Bidder.Id)
        {
            return null;
        }

        using var certificate = X509CertificateLoader.LoadCertificate(bytes);
        return
            SubjectName.Of(certificate) is { } subject
            && UnifiedCreditCode.TryParse(subject.SerialNumber, out var code, out _)
            ? new BidderCertificate(
                subject.Organisation,
                code.Value,
                [bytes, seals.Authority.Persons.Certificate.RawData, seals.Authority.Root.RawData]
            )
            : null;
    }

    private static string IdOf(PublicKey key) =>
        Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>A bidder's certificate names the organisation by its credit code: that is what a sealed bid is held against.</summary>
    private static SubjectName SubjectOf(SqlSession store, string kind, long person, string? unit)
    {
        var details =
            Organisation.FindPerson(store, person) ?? throw new InvalidDataException($"There is no person {person}.");
        var organisation = unit is null ? details.Organisation ?? Individual : Organisation.Unit(store, unit).Name;
        var code = kind == EnrolmentKind.Bidder.Id ? details.CreditCode : null;
        return new SubjectName(details.Name, organisation, SerialNumber: code ?? $"P{person}");
    }

    private Issuance Issue(EnrolmentKind kind, long person, string? unit, byte[] request, string nonce)
    {
        var subject = Read(store => SubjectOf(store, kind.Id, person, unit));
        return seals.Enrolment.Issue(request, nonce, kind.Profile, subject, kind.Days, platform.Clock.GetUtcNow());
    }

    private T Read<T>(Func<SqlSession, T> read) => platform.Readers.Read(read);

    private async Task<Rejection?> SendAsync(Func<TurnScope, TurnAnswer> body) =>
        await current.ActorAsync() is { } actor
            ? (await platform.SendAsync(actor, body)).Rejection
            : Rejection.Of("account.signed-out");
}

/// <summary>A request that waits, with the name its certificate would bear.</summary>
public sealed record WaitingCertificate(CredentialRow Row, SubjectName Subject);

/// <summary>投标人证书: whose it is, and its chain in DER, the root last.</summary>
public sealed record BidderCertificate(string Organisation, string CreditCode, IReadOnlyList<byte[]> Chain);
