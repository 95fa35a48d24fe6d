using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>我的证照: the licences of an applicant, the latest first.</summary>
public sealed class MyLicencesQuery(PlatformReads reads)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<MyLicence>> ReadAsync(string applicant, CancellationToken cancellation)
    {
        var rows =
            from licence in reads.Licences
            join row in reads.Cases on licence.Owner equals row.Key
            join document in reads.Documents on licence.Document equals document.Id
            where row.Applicant == applicant
            orderby licence.Issued descending, licence.Identifier
            select new
            {
                Licence = licence,
                row.ApplicantName,
                row.Key,
                row.ItemCode,
                document.Blob,
            };
        var read = await rows.Take(Most).ToListAsync(cancellation);
        return read.ConvertAll(each => new MyLicence(
            RegisteredLicence.Of(each.Licence, each.ApplicantName, each.Blob),
            each.Key,
            each.ItemCode,
            each.Licence.Document
        ));
    }
}

/// <param name="Case">Key of the case that issued it.</param>
/// <param name="Document">Key of the sealed file.</param>
public sealed record MyLicence(RegisteredLicence Licence, long Case, string ItemCode, long Document)
{
    /// <summary>延续要在期满三十日前提出 (行政许可法 art. 50); null without a term.</summary>
    public DateOnly? RenewBy => Licence.ValidTo?.AddDays(-30);
}
