using Approvals.Bidding.Sealing.Wire;

namespace Approvals.Bidding.Sealing;

/// <summary>开标一览: what is read out of a bid. The open section is this and nothing else; what doesn't parse is a malformed bid.</summary>
/// <param name="Price">投标总价, in fen.</param>
/// <param name="Days">工期.</param>
/// <param name="ProjectManager">项目经理.</param>
/// <param name="Deposit">保证金: 转账, 保函 or 保险.</param>
public sealed record OpeningStatement(long Price, int Days, string ProjectManager, string Deposit)
{
    public byte[] Write() => new WireWriter().Long(Price).Short(Days).Text(ProjectManager).Text(Deposit).ToArray();

    public static OpeningStatement? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var statement = new OpeningStatement(reader.Long(), reader.Short(), reader.Text(), reader.Text());
        return reader.IsWhole && statement.Price > 0 ? statement : null;
    }
}
