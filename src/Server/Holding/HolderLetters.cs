using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Sealing;

namespace Approvals.Server.Holding;

/// <summary>Letters between holders: the platform carries them and can't open them.</summary>
internal sealed class HolderLetters(TenderClient tender, HolderKeys keys)
{
    /// <summary>What a letter of the kind to this holder says, or null when there is none yet.</summary>
    public async Task<byte[]?> FindAsync(
        Notice notice,
        LetterKind kind,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        foreach (var block in await tender.AskAsync(keys, HolderQuestion.Letters, now, cancellation))
        {
            var letter = new LetterBody((LetterKind)block[0], keys.Role, block[2..]);
            if (letter.Kind == kind && letter.Open(notice, (HolderRole)block[1], keys.Signing) is { } secret)
            {
                return secret;
            }
        }

        return null;
    }

    public async Task SendAsync(
        Notice notice,
        LetterKind kind,
        HolderRole reader,
        byte[] secret,
        List<string> done,
        CancellationToken cancellation
    )
    {
        var ephemeral = Hpke.DeriveKeyPair(RandomNumberGenerator.GetBytes(SealHash.Size));
        var letter = LetterBody.Seal(notice, kind, keys.Role, reader, secret, ephemeral);
        await HolderDaemon.DoneAsync(
            done,
            "letter sent",
            tender.TellAsync(keys.Say(HolderSubject.Letter, letter.Write()), cancellation)
        );
    }
}
