using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>Every attacked file is refused for its own reason; every honest one is accepted.</summary>
public sealed class AttackTests(AttackMaterial material) : IClassFixture<AttackMaterial>, IDisposable
{
    private const int Fewest = 150;
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Classes => [.. AttackCorpus.Classes.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_attack_is_refused_for_its_reason(string name)
    {
        var missed = new List<string>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attack in AttackCorpus.Classes[name].Make(material))
        {
            names.Add(attack.Name).ShouldBeTrue(attack.Name);
            var report = Verify(attack.File, attack.Trust);
            if (report.IsValid || !report.AllFaults.Any(fault => fault.Code == attack.Code))
            {
                var codes = string.Join(' ', report.AllFaults.Select(fault => fault.Code).Distinct());
                missed.Add($"{attack.Name}: wanted {attack.Code}, got {codes}");
            }
        }

        names.ShouldNotBeEmpty();
        missed.ShouldBeEmpty();
    }

    [Fact]
    public void The_corpus_is_as_large_as_it_claims() =>
        AttackCorpus.Classes.Values.Sum(each => each.Make(material).Count()).ShouldBeGreaterThanOrEqualTo(Fewest);

    [Fact]
    public void Honest_files_of_every_kind_and_stage_are_accepted()
    {
        var (authority, at) = (material.Authority, AttackMaterial.At);
        var stamped = PdfSigner.Sign(
            material.Unsigned,
            SampleLicence.SealRequest,
            authority.Seal,
            authority.Services.Timestamps(at)
        );
        var archived = material.Archived;
        var honest = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["seal alone, B-B"] = material.Sealed,
            ["seal alone, B-T"] = stamped,
            ["seal alone, B-LT"] = SecurityStore.Add(stamped, authority.Services, at),
            ["seal alone, B-LTA"] = LicenceSigning.Finish(
                material.Unsigned,
                SampleLicence.SealRequest,
                authority.Seal,
                authority.Services.Timestamps(at),
                authority.Services
            ),
            ["four roles, B-T"] = SignedLicence.Sealed(authority),
            ["four roles, B-LTA"] = archived,
            ["four roles, cut after the seal"] = archived[..AttackMaterial.RevisionsOf(archived)[4]],
            ["four roles, cut after the validation data"] = archived[..AttackMaterial.RevisionsOf(archived)[5]],
            ["archived again"] = DocumentTimestamp.Add(archived, "again", authority.Services.Timestamps(at), at),
            ["written by another program, tables"] = Rewritten("--object-streams=disable"),
            ["written by another program, streams"] = Rewritten("--object-streams=generate"),
        };
        foreach (var (name, file) in honest)
        {
            var report = Verify(file, trust: null);
            report.AllFaults.ShouldBeEmpty(name);
            report.IsValid.ShouldBeTrue(name);
        }
    }

    /// <summary>Drawn here, written anew by qpdf before anybody signed.</summary>
    private byte[] Rewritten(string objectStreams)
    {
        var source = folder.Write("source.pdf", SignedLicence.Render());
        ExternalTool.Succeed("qpdf", objectStreams, source, folder["other.pdf"]);
        var pdf = File.ReadAllBytes(folder["other.pdf"]);
        PdfFile.Open(pdf).Sections[0].IsStream.ShouldBe(objectStreams == "--object-streams=generate");
        var authority = material.Authority;
        pdf = SignedLicence.Sign(pdf, "window", authority.Clerk, authority);
        pdf = SignedLicence.Sign(pdf, "reviewer", authority.Reviewer, authority);
        pdf = SignedLicence.Sign(pdf, "approver", authority.Approver, authority);
        return SignedLicence.Finish(pdf, authority);
    }

    private VerificationReport Verify(byte[] file, Trust? trust) =>
        LicenceVerifier.Verify(file, trust ?? material.Authority.Trust, AttackMaterial.At);
}
