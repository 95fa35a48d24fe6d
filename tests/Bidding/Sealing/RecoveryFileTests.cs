using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Sealing;

public sealed class RecoveryFileTests
{
    [Fact]
    public void The_root_comes_back_with_the_passphrase_of_this_tender_only()
    {
        var random = new Random(3);
        var (root, notice, salt) = (
            TestHolder.Bytes(random, 32),
            TestHolder.Bytes(random, 32),
            TestHolder.Bytes(random, 16)
        );
        var file = RecoveryFile.Write(root, notice, "八个字的口令才行", salt);

        RecoveryFile.Read(file, notice, "八个字的口令才行").ShouldBe(root);
        RecoveryFile.Read(file, notice, "八个字的口令不行").ShouldBeNull();
        RecoveryFile.Read(file, TestHolder.Bytes(random, 32), "八个字的口令才行").ShouldBeNull();
        RecoveryFile.Read(file.AsSpan(0, file.Length - 1), notice, "八个字的口令才行").ShouldBeNull();
        file[^20] ^= 1;
        RecoveryFile.Read(file, notice, "八个字的口令才行").ShouldBeNull();
    }
}
