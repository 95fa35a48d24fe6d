namespace Approvals.Workflow.Execution.State;

/// <summary>The tokens ready to move, first come first served.</summary>
internal sealed class TokenQueue
{
    private Token[] items = new Token[4];
    private int head;
    private int count;

    public int Count => count;

    public Token Head => items[head];

    public Token this[int index] => items[(head + index) & (items.Length - 1)];

    public void Enqueue(Token token)
    {
        if (count == items.Length)
        {
            var larger = new Token[items.Length * 2];
            for (var i = 0; i < count; i++)
            {
                larger[i] = this[i];
            }

            items = larger;
            head = 0;
        }

        items[(head + count) & (items.Length - 1)] = token;
        count++;
        token.Scope.ReadyTokens++;
    }

    public void Dequeue()
    {
        items[head].Scope.ReadyTokens--;
        items[head] = default;
        head = (head + 1) & (items.Length - 1);
        count--;
    }

    /// <summary>The head, or else the youngest token like it: one whose event had come before it.</summary>
    public bool Remove(Token token)
    {
        if (count > 0 && Head == token)
        {
            Dequeue();
            return true;
        }

        var place = count - 1;
        while (place >= 0 && this[place] != token)
        {
            place--;
        }

        if (place < 0)
        {
            return false;
        }

        for (var i = place; i < count - 1; i++)
        {
            items[(head + i) & (items.Length - 1)] = this[i + 1];
        }

        count--;
        items[(head + count) & (items.Length - 1)] = default;
        token.Scope.ReadyTokens--;
        return true;
    }

    public IEnumerable<Token> Items()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    public void Map(Func<Token, Token> change)
    {
        for (var i = 0; i < count; i++)
        {
            ref var token = ref items[(head + i) & (items.Length - 1)];
            token = change(token);
        }
    }

    public void RemoveScope(ScopeState scope)
    {
        for (var left = count; left > 0; left--)
        {
            var token = Head;
            Dequeue();
            if (!ReferenceEquals(token.Scope, scope))
            {
                Enqueue(token);
            }
        }
    }
}
