namespace Approvals.Credentials.Tests.Signing;

/// <summary>pdfsig (poppler on NSS) with exactly one trusted root.</summary>
public static class PdfSigCheck
{
    public static string Report(TemporaryFolder folder, string rootFile, ReadOnlySpan<byte> pdf)
    {
        var database = Directory.CreateDirectory(folder[Guid.NewGuid().ToString("N")]).FullName;
        var store = "sql:" + database;
        ExternalTool.Succeed("certutil", "-N", "-d", store, "--empty-password");
        ExternalTool.Succeed("certutil", "-A", "-d", store, "-n", "root", "-t", "CT,C,C", "-a", "-i", rootFile);
        var file = Path.Combine(database, "signed.pdf");
        File.WriteAllBytes(file, pdf);
        return ExternalTool.Run("pdfsig", "-no-ocsp", "-nssdir", store, file).Output;
    }

    public static int Count(this string report, string sentence) =>
        report.Split(sentence, StringSplitOptions.None).Length - 1;
}
