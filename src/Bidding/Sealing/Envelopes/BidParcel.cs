using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Wire;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>What a file of a section is.</summary>
public enum BidFileRole : byte
{
    Document = 1,

    /// <summary>保证金凭证.</summary>
    DepositProof = 2,
}

/// <summary>A file of a qualification or technical section.</summary>
public sealed record BidFile(BidFileRole Role, string Name, byte[] Content);

/// <summary>
/// The files of a qualification or technical section as its data: their number, then role, name and size of each, then the contents, one
/// behind the other. In a blind technical section names are numbers: what a bidder calls its files would name it.
/// </summary>
public static class BidParcel
{
    public static byte[] Write(IReadOnlyList<BidFile> files)
    {
        var writer = new WireWriter().Short(files.Count);
        foreach (var file in files)
        {
            writer.Byte((byte)file.Role).Text(file.Name).Long(file.Content.Length);
        }

        foreach (var file in files)
        {
            writer.Fixed(file.Content);
        }

        return writer.ToArray();
    }

    /// <summary>The files in the data, or null when they are no parcel.</summary>
    public static ImmutableArray<BidFile>? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var heads = new List<(BidFileRole Role, string Name, long Size)>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            heads.Add(((BidFileRole)reader.Byte(), reader.Text(), reader.Long()));
        }

        foreach (var (role, _, size) in heads)
        {
            if (!Enum.IsDefined(role) || size < 0 || size > bytes.Length)
            {
                return null;
            }
        }

        var files = ImmutableArray.CreateBuilder<BidFile>(heads.Count);
        foreach (var (role, name, size) in heads)
        {
            files.Add(new BidFile(role, name, reader.Fixed((int)size)));
        }

        return reader.IsWhole ? files.MoveToImmutable() : null;
    }
}
