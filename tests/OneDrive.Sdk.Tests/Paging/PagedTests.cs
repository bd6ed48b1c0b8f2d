using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.Tests.Paging;

public class PagedTests
{
    [Fact]
    public async Task GetAsyncEnumerator_GoesThroughAllPages_EvenEmptyOnes()
    {
        var items = new List<int>();
        await foreach (var item in new Numbers(new([1, 2], "b"), new([], "c"), new([3], null)))
            items.Add(item);

        Assert.Equal([1, 2, 3], items);
    }

    [Fact]
    public async Task GetAsyncEnumerator_WhenTheCallerStops_AsksForNoFurtherPage()
    {
        var numbers = new Numbers(new([1, 2], "b"), new([3], null));
        await foreach (var item in numbers)
        {
            if (item == 2)
                break;
        }

        Assert.Equal(1, numbers.PagesRead);
    }

    [Fact]
    public async Task GetAsyncEnumerator_PassesTheCancellationOn()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new Numbers(new Page<int>([1], null)).WithCancellation(cancellation.Token))
                Assert.Fail("Nothing is read after a cancellation.");
        });
    }

    private sealed class Numbers(params Page<int>[] pages) : Paged<int>
    {
        public int PagesRead { get; private set; }

        public override async IAsyncEnumerable<Page<int>> AsPagesAsync(
            string? continuationToken = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
                PagesRead++;
                yield return page;
            }
        }
    }
}
